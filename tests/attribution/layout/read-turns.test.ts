import { describe, expect, it } from 'vitest';
import { extractSpans } from '../../../src/attribution/extract-spans.ts';
import { createStatementExtractor } from '../../../src/attribution/pipeline.ts';
import { NUCLEAR } from '../tables.ts';
import { showStatements } from './show-statements.ts';

/** The statements of a text's lines. */
const read = (...lines: string[]): string[] => showStatements({ text: lines.join('\n'), skips: [] });

describe('turns of a conversation', () => {
  it.each<[string, string[], string[]]>([
    [
      'names in capitals, and what goes on without one',
      ['MARTA KEHL: We open in June.', '', 'And nobody pays twice.', '', 'IVO SAND: Who told you?'],
      [
        'Marta Kehl, direct: We open in June.',
        'Marta Kehl, direct: And nobody pays twice.',
        'Ivo Sand, direct: Who told you?',
      ],
    ],
    [
      'a surname after the whole name',
      ['MARTA KEHL: We open in June.', 'IVO SAND: Why?', 'KEHL: We must.'],
      ['Marta Kehl, direct: We open in June.', 'Ivo Sand, direct: Why?', 'Marta Kehl, direct: We must.'],
    ],
    [
      'constituencies, offices and members in general',
      [
        'Mrs SAND (Northport—Minister for Rail) (10:15): I move the bill.',
        '',
        'Government members: Hear, hear!',
        '',
        'The CHAIR: Order!',
      ],
      [
        'Sand, direct: I move the bill.',
        'Government members, direct: Hear, hear!',
        'The Chair, direct: Order!',
      ],
    ],
    [
      'a label that ends with a full stop',
      ['The Senate met at noon.', '', 'Ms. ORLOWA of Maine. I yield two minutes to my friend.'],
      ['Orlowa, direct: I yield two minutes to my friend.'],
    ],
    [
      'bold names, times and numbers',
      [
        '**Marta Kehl** (00:12): We open in June.',
        '',
        '[00:14] **Ivo Sand:** Says who?',
        '',
        'WITNESS 3: Me.',
      ],
      ['Marta Kehl, direct: We open in June.', 'Ivo Sand, direct: Says who?', 'Witness 3, direct: Me.'],
    ],
    [
      'names over what is said, with the time',
      ['Marta Kehl  0:02', 'We open in June.', '', 'Ivo Sand  0:04', 'Says who?'],
      ['Marta Kehl, direct: We open in June.', 'Ivo Sand, direct: Says who?'],
    ],
    [
      'interjections',
      ['KEHL: We open in June. [Laughter] It is true.', '', '(Applause.)', '', 'SAND: Oh my.'],
      ['Kehl, direct: We open in June. | It is true.', 'Sand, direct: Oh my.'],
    ],
    [
      'questions and answers',
      ['We met the skipper Marta Kehl in Oslo.', '', 'Q. Is the boat safe?', 'A. It is now.'],
      ['-, direct: Is the boat safe?', 'Marta Kehl, direct: It is now.'],
    ],
    [
      'honorifics in capitals and offices alone',
      ['The CHAIRMAN. The lady may go on.', '', 'MRS. ORLOWA: I have no more to say.'],
      ['The Chairman, direct: The lady may go on.', 'Orlowa, direct: I have no more to say.'],
    ],
    [
      'names as headings',
      [
        '## Marta Kehl',
        '',
        'We open in June.',
        '',
        '## Ivo Sand',
        '',
        'Says who?',
        '',
        '## Marta Kehl',
        '',
        'Me.',
      ],
      ['Marta Kehl, direct: We open in June.', 'Ivo Sand, direct: Says who?', 'Marta Kehl, direct: Me.'],
    ],
    [
      'answers whose questions have no label',
      [
        'Is it safe?',
        '',
        'Marta Kehl: It is.',
        '',
        'We looked.',
        '',
        'Who paid for it?',
        '',
        'Marta Kehl: Everybody did.',
      ],
      ['Marta Kehl, direct: It is.', 'Marta Kehl, direct: We looked.', 'Marta Kehl, direct: Everybody did.'],
    ],
    [
      'a reporter between turns',
      [
        'TAMM: Will you sell?',
        '',
        'KEHL: We will not.',
        '',
        'Kehl then left the room.',
        '',
        'TAMM: Thank you.',
      ],
      ['Tamm, direct: Will you sell?', 'Kehl, direct: We will not.', 'Tamm, direct: Thank you.'],
    ],
    [
      'the side in brackets',
      ['Mr. ORLOV (Russia): We agree.', 'Ms. KEHL (Norway): We do not.'],
      ['Orlov, direct: We agree.', 'Kehl, direct: We do not.'],
    ],
  ])('reads %s', (_name, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });

  it('gives the side that stands in brackets', () => {
    const text = 'Mr. ORLOV (Russian Federation): We agree.';
    const sides = {
      ...NUCLEAR.actors,
      sides: NUCLEAR.actors.sides.map((side) =>
        side.id === 'Russia' ? { ...side, names: ['Russian Federation'] } : side,
      ),
    };
    const [statement] = createStatementExtractor({ extractSpans, topics: [], actors: sides })({
      text,
      skips: [],
    });
    expect(statement).toMatchObject({ speaker: 'Orlov', side: 'Russia', type: 'direct' });
  });

  it.each([
    [
      'remarks',
      ['Note: We close at noon.', '', 'Background: The talks began in May.', '', 'Status: You can vote.'],
    ],
    ['figures', ['Marta Kehl: 1,204.', 'Ivo Sand: 988.']],
    [
      'headings in capitals',
      ['CORRECTION: We misspelt a name.', '', 'The talks went on for hours in the town hall.'],
    ],
    [
      'headings over what is told of people',
      [
        '## Marta Kehl',
        '',
        'Kehl was born in Oslo and ran the port.',
        '',
        '## Ivo Sand',
        '',
        'Sand sold boats.',
      ],
    ],
    ['lists of names', ['Norway: Ann Kehl, Bo Sand, Ida Tamm', 'Sweden: Per Holt, Eva Lund, Jon Berg']],
  ])('takes no speaker from %s', (_name, lines) => {
    expect(read(...lines).filter((line) => line.includes(', direct'))).toEqual([]);
  });
});

describe('what a page sets off as somebody’s words', () => {
  it.each<[string, string[], string[]]>([
    [
      'letters',
      [
        'On Tue, 4 Jan 2022 at 9:12, Marta Kehl',
        '<m@example.org> wrote:',
        '> We can lend you',
        '> two boats.',
        '>',
        '> On Mon, 3 Jan 2022 Ivo Sand wrote:',
        '>> Can you help us?',
        '',
        'Two are too few.',
      ],
      ['Marta Kehl, direct: We can lend you | two boats.', 'Ivo Sand, direct: Can you help us?'],
    ],
    [
      'headers of letters',
      [
        'From: Marta Kehl <m@example.org>',
        'To: Ivo Sand',
        'Subject: Boats',
        '',
        'Dear Ivo,',
        '',
        'We can lend you two boats.',
        '',
        'Marta',
      ],
      ['Marta Kehl, direct: We can lend you two boats.'],
    ],
    [
      'block quotes behind a colon',
      [
        'Marta Kehl put it so in her speech:',
        '',
        '> Nobody will be left',
        '> on the quay.',
        '',
        'It rained.',
      ],
      ['Marta Kehl, direct: Nobody will be left | on the quay.'],
    ],
    [
      'signed block quotes',
      ['> Nobody will be left.', '>', '> — Marta Kehl, harbour master', '', 'It rained.'],
      ['Marta Kehl, direct: Nobody will be left.'],
    ],
    [
      'lists behind a colon',
      ['Marta Kehl told the council:', '• “The quay is closed.”', '• “The boats are safe.”'],
      ['Marta Kehl, direct: “The quay is closed.”', 'Marta Kehl, direct: “The boats are safe.”'],
    ],
    [
      'posts within block quotes',
      ['> The quay is open.', '>', '> — Marta Kehl (@mkehl) April 2, 2022', '', 'It rained.'],
      ['Marta Kehl, direct: The quay is open.'],
    ],
    [
      'posts',
      ['She answered soon.', '', 'The quay is open. Bring boots.', '— Marta Kehl (@mkehl) April 2, 2022'],
      ['Marta Kehl, direct: The quay is open. Bring boots.'],
    ],
    [
      'subtitles with voices',
      [
        'WEBVTT',
        '',
        '00:01.000 --> 00:02.000',
        '<v Marta Kehl>We open <i>in June</i>.</v>',
        '',
        '00:02.000 --> 00:03.000',
        '<v Ivo Sand>Says who?',
      ],
      ['Marta Kehl, direct: We open | in June', 'Ivo Sand, direct: Says who?'],
    ],
    [
      'subtitles with labels',
      [
        '1',
        '00:00:01,000 --> 00:00:02,000',
        'MARTA KEHL: We open',
        '',
        '2',
        '00:00:02,000 --> 00:00:03,000',
        'in June.',
        '',
        '3',
        '00:00:03,000 --> 00:00:04,000',
        '>> IVO SAND: Says who?',
      ],
      ['Marta Kehl, direct: We open', 'Marta Kehl, direct: in June.', 'Ivo Sand, direct: Says who?'],
    ],
  ])('reads %s', (_name, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });
});

describe('what is nobody’s', () => {
  it.each([
    [
      'a dateline',
      'BERGEN, Norway, May 4 (Reuters) - The quay is safe, Minister Marta Kehl said.',
      'The quay is safe',
    ],
    ['an agency’s', 'MOSCOW, May 4. /TASS/. The quay is safe, Minister Marta Kehl said.', 'The quay is safe'],
    [
      'a dateline in small letters',
      'Bergen (AFP) – The quay is safe, Minister Marta Kehl said.',
      'The quay is safe',
    ],
    ['a city alone', 'NEW YORK — The quay is safe, Minister Marta Kehl said.', 'The quay is safe'],
  ])('leaves out %s', (_name, text, words) => {
    expect(read(text)).toEqual([`Marta Kehl, indirect: ${words}`]);
  });

  it.each([
    ['captions', 'Minister Marta Kehl tells sailors the quay is safe, Bergen, May 4, 2022. AFP/Ivo Sand'],
    [
      'captions with a credit in brackets',
      'Minister Marta Kehl says the quay is safe in Bergen. (AP Photo/Ivo Sand)',
    ],
    ['captions that say where who stands', 'Minister Marta Kehl (left) tells Ivo Sand the quay is safe'],
    ['editors’ notes', '(Updates with minister saying the quay is safe)'],
    ['reporters', '(Reporting by Marta Kehl in Oslo, who said it was done; editing by Ivo Sand)'],
  ])('finds nobody’s statement in %s', (_name, text) => {
    expect(read('It rained.', '', text)).toEqual([]);
  });
});
