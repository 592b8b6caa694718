import { describe, expect, it } from 'vitest';
import { extractSpans } from '../../../src/attribution/extract-spans.ts';
import { createStatementExtractor } from '../../../src/attribution/pipeline.ts';
import { textAt } from '../../../src/text/span.ts';
import { NUCLEAR } from '../tables.ts';

const extract = createStatementExtractor({ extractSpans, ...NUCLEAR });

/** The statements of a text, as "speaker: words | words". */
function read(...lines: string[]): string[] {
  const text = lines.join('\n');
  return extract({ text, skips: [] }).map(
    ({ speaker, content }) => `${speaker ?? '-'}: ${content.map((span) => textAt(text, span)).join(' | ')}`,
  );
}

/** Subtitles with one cue for each text. */
const cuesOf = (...cues: string[]): string[] =>
  cues.flatMap((cue, i) => [`${i + 1}`, `00:00:0${i},000 --> 00:00:0${i},900`, cue, '']);

describe('whose turn it is', () => {
  // prettier-ignore
  it.each<[string, string[], string[]]>([
    [
      'an objection between question and answer',
      [
        'EXAMINATION BY MS. TRAN:', '', 'Q.  Who had the keys?', '', 'A.  Mr. Dunne did.', '',
        'MR. O’DOWD:  Objection. Lacks Foundation.', '', 'THE COURT:  Overruled.', '', 'A.  He had them all week.',
      ],
      [
        'Tran: Who had the keys?', '-: Mr. Dunne did.', 'O’Dowd: Objection. Lacks Foundation.', 'Court: Overruled.',
        '-: He had them all week.',
      ],
    ],
    [
      'a remark with a name in small letters',
      ['Q: Whose mill is it?', 'A: My uncle’s.', 'Ms. Rue: Objection, Your Honor.', 'Judge Amari: Denied.'],
      ['-: Whose mill is it?', '-: My uncle’s.', 'Rue: Objection, Your Honor.', 'Judge Amari: Denied.'],
    ],
    [
      'a speaker with a number alone',
      [
        '[00:02] Tova Lind: We begin at nine.', '[00:05] SPEAKER 2: Nobody told the crew.',
        '[00:08] Tova Lind: They knew.', '[00:09] Speaker_03: They did not.',
      ],
      ['Tova Lind: We begin at nine.', 'Speaker 2: Nobody told the crew.', 'Tova Lind: They knew.', 'Speaker_03: They did not.'],
    ],
    [
      'a speaker who is not known',
      [
        'With the harbour master, Aron Reyes.', '', '1:02 Aron Reyes: The quay is shut.', '',
        '1:06 Unidentified Speaker: Since when?', '', '1:08 Aron Reyes: Since May.',
      ],
      ['Aron Reyes: The quay is shut.', 'Unidentified Speaker: Since when?', 'Aron Reyes: Since May.'],
    ],
    [
      'an office that another’s label has not',
      ['PRESIDENT LEHTO: We begin.', '', 'SENATOR RASK: We do not.', '', 'THE PRESIDENT: We do.'],
      ['Lehto: We begin.', 'Rask: We do not.', 'Lehto: We do.'],
    ],
    [
      'marks of change in subtitles',
      cuesOf('>> MAYOR OKAFOR: The vote is closed.', '>> Point of order,\nMadam Mayor!', 'We were promised an hour.', '>> MAYOR OKAFOR: Sit down. >> I will not.'),
      [
        'Okafor: The vote is closed.', '-: Point of order,\nMadam Mayor!', '-: We were promised an hour.',
        'Okafor: Sit down.', '-: I will not.',
      ],
    ],
    ['marks of change alone', cuesOf('>> The dam is full.', '>> Since when?'), ['-: The dam is full.', '-: Since when?']],
    [
      'marks of change in a text',
      ['>> JO MARLOW: The strike is over.', '', '>> And about time too.', '', '>> OLA BRISK: Thank you.'],
      ['Jo Marlow: The strike is over.', '-: And about time too.', 'Ola Brisk: Thank you.'],
    ],
    ['no change in what is quoted twice', ['>> The dam is full.', '> Since when?', '>> Since May.', '', 'It is not full.'], []],
    ['nobody in subtitles without marks', cuesOf('The dam is full.', 'It was full on Monday.'), []],
  ])('reads %s', (_name, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });
});

describe('an interview with its questions in bold', () => {
  // prettier-ignore
  it.each<[string, string[], string[]]>([
    [
      'of the one person before it, to what is told of them behind it',
      [
        'Composer Lena Abara, 71, lives in Hull.', '', '**You wrote it in a month. Why?**', '', 'I had no longer.', '', 'The heating had failed.', '',
        '**That must have been hard.**', '', 'No.', '', '**Do you miss the stage?**', '', 'Every day. My knees do not.', '',
        'Lena Abara’s opera opens in May.',
      ],
      [
        '-: You wrote it in a month. Why?', 'Lena Abara: I had no longer.', 'Lena Abara: The heating had failed.', '-: That must have been hard.',
        'Lena Abara: No.', '-: Do you miss the stage?', 'Lena Abara: Every day. My knees do not.',
      ],
    ],
    [
      'of nobody where two are named before it',
      ['Marta Kehl sailed with Jo Varden.', '', '**How did you learn to sail?**', '', 'I had a boat.', '', '**Are you afraid?**', '', 'We all are.'],
      ['-: How did you learn to sail?', '-: I had a boat.', '-: Are you afraid?', '-: We all are.'],
    ],
    [
      'that is an explainer',
      ['The minister, Ann Roe, met the drivers.', '', '**Can you get your money back?**', '', 'Passengers can claim.', '', '**What is next?**', '', 'Nobody knows.'],
      [],
    ],
    ['that has one question', ['Ann Roe sails.', '', '**Are you afraid?**', '', 'I am not.'], []],
  ])('is read: %s', (_name, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });
});
