import { describe, expect, it } from 'vitest';
import { createStatementExtractor } from '../../../src/attribution/pipeline.ts';
import { NUCLEAR } from '../tables.ts';
import { readMarks } from '../marked.ts';

/** "speaker/side" of each marked statement, in order of their contents. */
function speakers(marked: string): string[] {
  const { text, raws } = readMarks(marked);
  const extract = createStatementExtractor({ extractSpans: () => [...raws], ...NUCLEAR });
  return extract({ text, skips: [] }).map(({ speaker, sides }) => `${speaker}/${sides.join('+') || null}`);
}
const source = (words: string, before = ''): string =>
  speakers(`${before} {1s ${words}} {1q said} {1c that it rains}.`)[0] ?? '';

describe('names', () => {
  it.each([
    ['Abbas Karimi', 'Abbas Karimi/Iran'],
    ['Abas Karimi', 'Abbas Karimi/Iran'],
    ['Mr. Karimi', 'Abbas Karimi/Iran'],
    ['Iranian Deputy Foreign Minister Abbas Karimi', 'Abbas Karimi/Iran'],
    ['Karimi, who was tired,', 'Abbas Karimi/Iran'],
    ['Karimi’s spokesman', 'null/Iran'],
    ['an aide to Karimi', 'null/null'],
    ['the Karimi team', 'null/Iran'],
    ['Karimi’s deputy, Jane Roe,', 'Jane Roe/null'],
    ['Karimi’s letter', 'Abbas Karimi/Iran'],
  ])('%s → %s', (words, wanted) => {
    expect(source(words)).toBe(wanted);
  });

  it.each([
    ['Russian Defense Minister Ivan Orlov', 'Ivan Orlov/Russia'],
    ['Defense Minister of Russia Ivan Orlov', 'Ivan Orlov/Russia'],
    ['State Department spokeswoman Jane Roe', 'Jane Roe/US'],
    ['Jane Roe, the US envoy for Iran,', 'Jane Roe/US'],
    ["Iran's chief negotiator, Ali Rezai,", 'Ali Rezai/Iran'],
    ['the Russian historian Pyotr Belov', 'Pyotr Belov/null'],
    ['American analyst John Doe', 'John Doe/null'],
    ['former US Secretary of State John Doe', 'John Doe/null'],
    ['Russia’s ex-president Ivan Orlov', 'Ivan Orlov/null'],
    ['Ms. Jane van der Roe', 'Jane van der Roe/null'],
    ['Roe campaign spokesman John Doe', 'John Doe/null'],
    ['John Doe, Jane Roe’s campaign manager,', 'John Doe/null'],
    ['John Doe, the Pruitts’ campaign manager,', 'John Doe/null'],
    ['John Doe, vice chairman for Roe’s presidential campaign,', 'John Doe/null'],
    ['John Doe and Jane Roe', 'John Doe and Jane Roe/null'],
    ['US envoy John Doe and US ambassador Jane Roe', 'John Doe and Jane Roe/US'],
    ['US envoy John Doe and Russian envoy Ivan Orlov', 'John Doe and Ivan Orlov/US+Russia'],
  ])('a person in no list: %s → %s', (words, wanted) => {
    expect(source(words)).toBe(wanted);
  });

  it.each([
    ['John Doe, Jane Roe’s aide,', 'John Doe/null'],
    ['Karimi, a diplomat since 1998,', 'Abbas Karimi/Iran'],
    ['Karimi —', 'Abbas Karimi/Iran'],
    ['Karimi was one of three ministers', 'Abbas Karimi/Iran'],
    ['Karimi’s words drew scorn from some', 'null/null'],
    ['Karimi’s relatives,', 'null/null'],
    ['Karimi told a woman', 'null/null'],
  ])('%s who said', (words, wanted) => {
    expect(source('who', words)).toBe(wanted);
  });

  it('knows later surnames and spellings by the introduction', () => {
    const before = 'Russian envoy Ivan Petrovsky came.';
    expect(source('Petrovsky', before)).toBe('Ivan Petrovsky/Russia');
    expect(source('Mr. Petrovski', before)).toBe('Ivan Petrovsky/Russia');
    expect(source('Petrov', before)).toBe('Petrov/null');
  });

  it('takes a common word whose one capital is its sentence’s for no name', () => {
    expect(speakers('It was long. {1s Mourners} {1q said} {1c that it rains}.')).toEqual(['null/null']);
    expect(speakers('The Daily Mourner came. {1s Mourners} {1q said} {1c that it rains}.')).toEqual([
      'Mourners/null',
    ]);
    expect(speakers('It was long. {1s Grumbach} {1q said} {1c that it rains}.')).toEqual(['Grumbach/null']);
  });

  it('takes initials for no pronoun', () => {
    const before = 'US Secretary of State John Doe came. {1s He} {1q said} {1c so}.';
    const all = speakers(`${before} {2s U.S. Secretary of State} {2q said} {2c it rains}.`);
    expect(all).toEqual(['John Doe/US', 'John Doe/US']);
  });

  it('knows by the office whom a short title introduced', () => {
    const before = 'Sen. Jane Roe was tired. Gov. John Doe had come.';
    expect(source('the Ohio senator', before)).toBe('Jane Roe/null');
    expect(source('the governor', before)).toBe('John Doe/null');
    expect(source('the ambassador', 'Amb. Jane Roe was tired.')).toBe('Jane Roe/null');
    expect(source('the head of state', 'President Jane Roe was in Norland.')).toBe('Jane Roe/null');
  });

  it('takes no place for a person whose visitor speaks next', () => {
    const before =
      'Minister John Doe came. Minister Doe left. President Jane Roe has been careful. On a visit to Lowford,';
    expect(source('the head of state', before)).toBe('Jane Roe/null');
    expect(source('the mayor', 'On a visit to Lowford,')).toBe('null/null');
  });

  it('leaves the surname alone to whom it was first used for, whoever else has it', () => {
    const before = 'Mayor Jane Roe came. Roe was late. Her husband, Mr. John Roe, came with her.';
    expect(source('Roe', before)).toBe('Jane Roe/null');
    expect(source('Mr. Roe', before)).toBe('John Roe/null');
    expect(source('Roe', 'Rita Roe and Hugo Roe came. Roe was late.')).toBe('null/null');
    expect(source('Roe', 'Mayor Jane Roe came. Her husband, Mr. John Roe, came with her.')).toBe('null/null');
  });

  it('knows people by their age', () => {
    expect(source('Roe', 'Betsy Roe, 68, a friend of the band, came.')).toBe('Betsy Roe/null');
    expect(source('The 68-year-old', 'Betsy Roe, 68, a friend of the band, came.')).toBe('Betsy Roe/null');
  });

  it('knows people by what they know', () => {
    expect(source('The hydrologist', 'The hydrologist Betsy Roe met the mayor, John Doe.')).toBe(
      'Betsy Roe/null',
    );
  });

  it('looks for the person behind a relative pronoun through a long apposition', () => {
    const before = `Jane Roe, a lecturer in the law of the sea at a university of the south coast, ${'far '.repeat(5)}away,`;
    expect(source('who', before)).toBe('Jane Roe/null');
  });

  it('gives both sides their statement where the text has spoken of just two', () => {
    expect(source('Both sides', 'Iranian and Russian envoys met.')).toBe('null/Iran+Russia');
    expect(source('The two countries', 'Iranian and Russian envoys met.')).toBe('null/Iran+Russia');
    expect(source('Both sides', 'Iranian, American and Russian envoys met.')).toBe('null/null');
  });

  it('takes the side of the delegation that somebody leads', () => {
    const before = 'The European side was led by Claire Fontaine, a banker.';
    expect(source('Fontaine', before)).toBe('Claire Fontaine/EU');
  });
});

describe('sides and bodies', () => {
  it.each([
    ['Tehran', 'null/Iran'],
    ['The U.S.', 'null/US'],
    ['the United States', 'null/US'],
    ['The Iranian delegation', 'null/Iran'],
    ['senior Iranian officials', 'null/Iran'],
    ['Iranian officials', 'null/Iran'],
    ['a US official', 'null/US'],
    ['a former US official', 'null/null'],
    ['Iran and Russia', 'null/Iran+Russia'],
    ['Iranian and Russian leaders', 'null/Iran+Russia'],
    ['Both sides', 'null/null'],
    ['the State Department', 'State Department/US'],
    ['a State Department spokesman', 'State Department/US'],
    ['Iran’s Foreign Ministry', 'Iranian Foreign Ministry/Iran'],
    ['the Foreign Ministry', 'Iranian Foreign Ministry/Iran'],
    ['the Russian Embassy', 'Russian Embassy/Russia'],
    ['Russia’s energy ministry', 'Russia’s energy ministry/Russia'],
    ['Bloomberg', 'Bloomberg/null'],
    ['The Financial Times', 'Financial Times/null'],
    ['Iranian experts', 'null/null'],
    ['many experts', 'null/null'],
    ['analysts', 'null/null'],
    ['Tehran’s proposal', 'null/Iran'],
    ['two documents', 'null/null'],
    ['One of Iran’s main demands', 'null/Iran'],
  ])('%s → %s', (words, wanted) => {
    expect(source(words)).toBe(wanted);
  });
});

describe('roles and pronouns', () => {
  const MEETING =
    'Deputy Foreign Minister Abbas Karimi met US Secretary of State Jane Roe and US envoy John Doe. Karimi and Ms. Roe spoke for an hour. Ms. Roe was late.';
  it.each([
    ['The Deputy Minister', 'Abbas Karimi/Iran'],
    ['The Iranian diplomat', 'Abbas Karimi/Iran'],
    ['The negotiator from the Iranian side', 'Abbas Karimi/Iran'],
    ['The US spokeswoman', 'Jane Roe/US'],
    ['The Secretary of State', 'Jane Roe/US'],
    ['Secretary', 'Jane Roe/US'],
    ['The American envoy', 'John Doe/US'],
    ['The Russian diplomat', 'null/Russia'],
    ['She', 'Jane Roe/US'],
    ['An American diplomat', 'null/US'],
  ])('%s → %s', (words, wanted) => {
    expect(source(words, MEETING)).toBe(wanted);
  });

  it('follows who is speaking', () => {
    expect(
      speakers(
        `${MEETING} {1s Karimi} {1q said} {1c John Doe was late}. {2s He} {2q added} {2c that it rained}. {3q According to} {3s him}, {3c Doe slept}. {4s Her Iranian counterpart} {4q said} {4c no}. {5s She} {5q said} {5c yes}.`,
      ),
    ).toEqual([
      'Abbas Karimi/Iran',
      'Abbas Karimi/Iran',
      'Abbas Karimi/Iran',
      'Abbas Karimi/Iran',
      'Jane Roe/US',
    ]);
  });

  it('takes "she" for whoever has a woman\u2019s name, where nothing else shows who is meant', () => {
    expect(
      speakers(
        `Surveyor Agnieszka Wrona met builder Torsten Molefe. {1s Torsten Molefe} {1q said} {1c it leaked}. {2s She} {2q said} {2c it did not}. {3s He} {3q added} {3c more}.`,
      ),
    ).toEqual(['Torsten Molefe/null', 'Agnieszka Wrona/null', 'Torsten Molefe/null']);
    expect(
      speakers(
        `{1s Secretary Agnieszka Wrona} {1q said} {1c no}. {2s Director Torsten Field} {2q said} {2c yes}. {3s She} {3q added} {3c never}. {4s He} {4q said} {4c so}.`,
      ),
    ).toEqual(['Agnieszka Wrona/null', 'Torsten Field/null', 'Agnieszka Wrona/null', 'Torsten Field/null']);
  });

  it('takes "the official" for the one without a name who spoke, whoever spoke in between', () => {
    expect(
      speakers(
        `{1s A State Department official} {1q said} {1c it rained}, but {2s Karimi} {2q thinks} {2c it shone}.\n{3c “It was wet,”} {3s the official} {3q said}.\n{4s The official} {4q said} {4c more rain was near}.`,
      ),
    ).toEqual(['State Department/US', 'Abbas Karimi/Iran', 'State Department/US', 'State Department/US']);
  });

  it('gives somebody and the side beside them their statement together', () => {
    expect(source('Karimi and the Europeans')).toBe('Abbas Karimi/Iran+EU');
    expect(source('Moscow and Karimi')).toBe('Abbas Karimi/Iran+Russia');
    expect(source('People close to Karimi and Moscow')).not.toContain('+');
  });

  it('takes the first of two names of sides with nothing between them for what the second is', () => {
    expect(source('U.S. Europeans')).toBe('null/EU');
    expect(source('The US, European and Russian officials')).toBe('null/US+EU+Russia');
  });

  it('takes what a minister has for no name of theirs', () => {
    const before = 'People wrote on the Russian Defense Minister’s Facebook page.';
    expect(source('The Russian defense minister', before)).toBe('null/Russia');
  });

  it('gives a quotation alone to who spoke last', () => {
    expect(
      speakers(`{1s Karimi} {1q said} {1c that it rained}.\n{2c "It is wet. It is very wet."}\nMore came.`),
    ).toEqual(['Abbas Karimi/Iran', 'Abbas Karimi/Iran']);
  });

  it('gives a participle without a source to who speaks in the sentence', () => {
    expect(speakers(`{1s Karimi} {1q said} {1c it rained}, {2q adding} {2c that he was wet}.`)).toEqual([
      'Abbas Karimi/Iran',
      'Abbas Karimi/Iran',
    ]);
    expect(speakers(`{1q Adding} {1c that it rained}, Karimi left.`)).toEqual(['Abbas Karimi/Iran']);
  });

  it('knows people named together', () => {
    const before = 'Analysts Tom Baker and Rose Field wrote a paper.';
    expect(source('They', before)).toBe('Tom Baker and Rose Field/null');
    expect(source('The analysts', before)).toBe('Tom Baker and Rose Field/null');
  });

  it('gives a question to nobody', () => {
    expect(speakers('{1q Asked} {1c whether it rained}, {2s Karimi} {2q said} {2c no}.')).toEqual([
      'null/null',
      'Abbas Karimi/Iran',
    ]);
  });

  it('leaves open what the text leaves open', () => {
    expect(source('He')).toBe('null/null');
    expect(source('The diplomat')).toBe('null/null');
    expect(speakers('{1c “It rains.”}')).toEqual(['null/null']);
  });

  it('takes some of those whom a small word names for their side', () => {
    const pilots = { id: 'Crew', label: 'Crew', names: ['pilots'], adjectives: [] };
    const { text, raws } = readMarks(
      '{1s Pilots at the gate} {1q said} {1c no}. {2s Pilots unhappy with the roster} {2q said} {2c never}. {3s The pilots film} {3q said} {3c so}.',
    );
    const actors = { sides: [pilots], actors: [] };
    const extract = createStatementExtractor({ extractSpans: () => [...raws], ...NUCLEAR, actors });
    expect(extract({ text, skips: [] }).map(({ side }) => side)).toEqual(['Crew', 'Crew', null]);
  });
});
