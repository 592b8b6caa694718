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
