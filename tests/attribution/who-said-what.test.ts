import { describe, expect, it } from 'vitest';
import { extractSpans } from '../../src/attribution/extract-spans.ts';
import { createStatementExtractor } from '../../src/attribution/pipeline.ts';
import { textAt } from '../../src/text/span.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { NUCLEAR } from './tables.ts';

const extract = createStatementExtractor({ extractSpans, ...NUCLEAR });
const wordsOf = (text: string, { content }: Statement): string =>
  content.map((span) => textAt(text, span)).join(' … ');
/** The statement of a text that has the words. */
function find(text: string, words: string): Statement | undefined {
  return extract({ text, skips: [] }).find((statement) => wordsOf(text, statement).includes(words));
}

describe('words that nobody said', () => {
  it.each([
    ['Orlov has never claimed that the dam was safe.', 'the dam was safe'],
    ['Lind denied ever saying “the pool must close”.', 'the pool must close'],
    ['Unless Dana Frisk says the road is open, the lorries will wait.', 'the road is open'],
    ['If the minister said that the port was closed, he was wrong.', 'the port was closed'],
    ['If the keeper, Kai Moor, reports that the lock is full, the boats wait.', 'the lock is full'],
    ['Roe will tell the council on Friday that the pool must close.', 'the pool must close'],
    ['“We will leave the fund,” the minister has never said, his aide told reporters.', 'leave the fund'],
  ])('%s', (text, words) => {
    expect(find(text, words)).toMatchObject({ denied: true, speaker: null, side: null, sides: [] });
  });

  it.each([
    'The union has not said whether it would strike again.',
    'Roe declined to say when the talks would end.',
    'Everything Orlov says is a lie unless proven otherwise.',
    'What the minister said was wrong.',
    'But whatever Orlov says about fish will be forgotten by spring.',
  ])('%s: nothing', (text) => expect(extract({ text, skips: [] })).toEqual([]));

  it.each([
    ['Orlov denied that the dam was safe.', 'the dam was safe'],
    ['Orlov did not agree that the dam was safe.', 'the dam was safe'],
    ['Orlov said that the dam was not safe.', 'the dam was not safe'],
    ['When the talks ended, Orlov said the dam was safe.', 'the dam was safe'],
    ['What Orlov said was that the dam was safe.', 'the dam was safe'],
    ['All Orlov said was that the dam was safe.', 'the dam was safe'],
    ['All of which, Orlov said, would make the dam safe.', 'would make the dam safe'],
    ['Whatever the weather is, Orlov said, the dam was safe.', 'the dam was safe'],
  ])('%s: his all the same', (text, words) => {
    expect(find(text, words)).toMatchObject({ denied: false, speaker: 'Orlov' });
  });

  it.each(['All three envoys said the dam was safe.', 'Most officials said the dam was safe.'])(
    '%s: theirs',
    (text) => expect(find(text, 'the dam was safe')).toMatchObject({ denied: false }),
  );

  it('are no deeds', () => {
    expect(extract({ text: 'The motion was adopted on Tuesday by a large majority.', skips: [] })).toEqual(
      [],
    );
  });
});

describe('in whose mouth', () => {
  it.each<[string, string, string | null]>([
    ['“The pool must close,” Lind told me. I replied that it was open.', 'it was open', null],
    [
      'Lina Berg and her husband Karl Berg run the inn. “We are full,” Mr Berg said.',
      'We are full',
      'Karl Berg',
    ],
    [
      'Lina Berg and her husband Karl Berg run the inn. “Come in June,” Ms Berg added.',
      'Come in June',
      'Lina Berg',
    ],
    ['Sven Dahl met Nils Dahl. Dahl said the lake was cold.', 'the lake was cold', null],
    ['“Is the tide in?” Kai Moor asked. “Long ago,” Pia Reef muttered.', 'Long ago', 'Pia Reef'],
    ['Kaja Storm looked at the map. “We turn back.” She folded it.', 'We turn back', 'Kaja Storm'],
    [
      'And this from director Eva Holt:\n\n“The film is done.”\n\nJon Berg said it was not.',
      'film is done',
      'Eva Holt',
    ],
    ['The lake was still.\n\n“The film is done.”\n\nJon Berg said it was not.', 'film is done', null],
    [
      'Skipper Kaja Storm put down the chart. “We turn back now.” The gulls were loud.',
      'We turn back',
      'Kaja Storm',
    ],
    [
      'Kaja Storm, whose boat it was, shook her head. “Not in this wind.” The gulls were loud.',
      'Not in this wind',
      'Kaja Storm',
    ],
    [
      'Ministers Jon Berg of Norland and Eva Holt of Sund both said the ferry was late.',
      'ferry was late',
      'Jon Berg and Eva Holt',
    ],
  ])('%s', (text, words, speaker) => {
    expect(find(text, words)?.speaker ?? null).toBe(speaker);
  });
});

describe('narrow frames', () => {
  it.each<[string, string, string | null]>([
    ['Commissioner Anna Bligh said on Tuesday the rule would stay.', 'the rule would stay', 'Anna Bligh'],
    ['The talks failed, three officials briefed on the matter said on Thursday.', 'The talks failed', null],
    ['Tahir: treaty is dead\n\nOmar Tahir spoke in Doha.', 'treaty is dead', 'Omar Tahir'],
    ['Treaty is dead, says Tahir\n\nOmar Tahir spoke in Doha.', 'Treaty is dead', 'Omar Tahir'],
    [
      'Reuters cited Tahir as saying the treaty was dead. Omar Tahir is the envoy.',
      'the treaty was dead',
      'Omar Tahir',
    ],
    ['The treaty was described as “a scrap of paper” by Omar Tahir.', '“a scrap of paper”', 'Omar Tahir'],
    ['“The tide is high,” sighed ferryman Kai Moor.', '“The tide is high,”', 'Kai Moor'],
    ['Kai Moor said the lock was shut, according to the Sund Star.', 'the lock was shut', 'Kai Moor'],
    [
      'The ban hits “those who can least pay,” Pia Reef went on.',
      'The ban hits “those who can least pay,”',
      'Pia Reef',
    ],
    ['“The tide is high,” sighed the retired lock keeper, Kai Moor.', '“The tide is high,”', 'Kai Moor'],
    ['“The tide is high,” chuckled counsel for the pilots, Pia Reef.', '“The tide is high,”', 'Pia Reef'],
    [
      '“The tide is high,” answered the pilots\u2019 branch secretary, Pia Reef.',
      '“The tide is high,”',
      'Pia Reef',
    ],
    [
      'The lock shuts at noon, the paper quoted pilot Kai Moor as saying on Friday.',
      'The lock shuts at noon',
      'Kai Moor',
    ],
    [
      'The Net Makers\u2019 and Packers\u2019 Union warned that the quay would empty.',
      'that the quay would empty',
      'Net Makers\u2019 and Packers\u2019 Union',
    ],
  ])('%s', (text, words, speaker) => {
    const statement = find(text, words);
    expect(statement && wordsOf(text, statement).replace(/[.,]$/, '')).toBe(words.replace(/,$/, ''));
    expect(statement?.speaker).toBe(speaker);
  });
});

describe('names by their structure', () => {
  it.each<[string, string, string | null, string]>([
    [
      'Meanwhile Okafor warned that the dam would break. Ngozi Okafor is an engineer.',
      'would break',
      'Ngozi Okafor',
      '',
    ],
    ['Governor Lise Holm said the fund was empty. Lise Holm left.', 'fund was empty', 'Lise Holm', ''],
    [
      'Yesterday Xi said the tariffs would stay. Xi Jinping leads China.',
      'tariffs would stay',
      'Xi Jinping',
      '',
    ],
    [
      'Moqtada al-Sadr said it was not. Al-Sadr added that it was late.',
      'it was late',
      'Moqtada al-Sadr',
      '',
    ],
    [
      'Jan van der Meer came. Van der Meer said that the pumps worked.',
      'pumps worked',
      'Jan van der Meer',
      '',
    ],
    ['Ada Brandt, spokeswoman for Lowland Steel, said the furnace was cold.', 'furnace', 'Ada Brandt', ''],
    [
      'A Russian officer who asked not to be identified said the road was mined.',
      'road was mined',
      null,
      'Russia',
    ],
    ['Iranian and Russian officials agreed to meet in June.', 'meet in June', null, 'Iran+Russia'],
    [
      'US envoy John Doe and Russian envoy Ivan Orlov said it rained.',
      'it rained',
      'John Doe and Ivan Orlov',
      'US+Russia',
    ],
    [
      'Mrs Karimi said no to it. Sara Karimi is a nurse. Mr Karimi said the text was done.',
      'text was done',
      'Abbas Karimi',
      'Iran',
    ],
  ])('%s', (text, words, speaker, sides) => {
    const found = find(text, words);
    expect(found?.speaker).toBe(speaker);
    expect(found?.sides.join('+')).toBe(sides);
    // A joint statement is neither side's alone.
    expect(found?.side).toBe(found?.sides.length === 1 ? found.sides[0] : null);
  });

  it.each([
    ["The National Rail Workers' Union said it would strike.", "National Rail Workers' Union"],
    ['A spokeswoman for the Federal Harbour Agency said the port was shut.', 'Federal Harbour Agency'],
    ['The Federal Harbour Agency met. The Agency added that it would open in May.', 'Federal Harbour Agency'],
  ])('a body: %s', (text, speaker) => {
    expect(extract({ text, skips: [] }).at(-1)).toMatchObject({ speaker, speakerKind: 'body' });
  });
});
