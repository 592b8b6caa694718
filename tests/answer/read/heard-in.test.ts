import { describe, expect, it } from 'vitest';
import { asksForSaying, asksForSpeech } from '../../../src/answer/read/asking-words.ts';
import { createReadSources } from '../../../src/parties/descriptions.ts';
import { heardIn } from '../../../src/answer/read/heard-in.ts';
import type { Unit } from '../../../src/answer/find/query.ts';
import { withUnknownNames } from '../../../src/answer/read/unknown-names.ts';
import { readQuestion } from '../../support/answers/read-question.ts';
import { readTerms, stemOf } from '../../../src/text/words/words.ts';
import { SEEDS } from '../../support/collection.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { DIMENSIONS, recordOf } from '../../support/records.ts';

describe('how the articles call who speaks', () => {
  it('is read off the sources of statements, also what is said of two', async () => {
    const store = createMemoryStore();
    await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
    await store.saveArticle(
      recordOf({
        id: 'a',
        text: 'The historian Ann Other wrote it. The envoy agreed. An official left. The official stayed. She went.',
        statements: [
          { content: ['wrote it'], source: 'The historian Ann Other', speaker: 'Ann Other' },
          { content: ['agreed'], source: 'The envoy', speaker: 'John Doe' },
          { content: ['left'], source: 'official', speaker: 'John Doe' },
          { content: ['stayed'], source: 'official', speaker: 'Ann Other' },
          { content: ['went'], source: 'She', speaker: 'Ann Other' },
        ],
      }),
    );
    const { descriptions, stems } = await createReadSources(store)(await store.statements(), (name) => name);
    expect(descriptions.map(({ actor, words }) => [actor, words])).toEqual([
      ['Ann Other', 'The historian'],
      ['John Doe', 'The envoy'],
      ['John Doe', 'official'],
      ['Ann Other', 'official'],
    ]);
    expect(stems).toContain(stemOf('envoy'));
    expect(stems).not.toContain(stemOf('agreed'));
  });
});

it('an article that was changed is read anew', async () => {
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
  const readSources = createReadSources(store);
  const called: string[][] = [];
  for (const office of ['Harbour Director', 'Harbour Director', 'Port Minister']) {
    const text = `It was ${office} Ann Other who came. Other said it was late.`;
    const statements = [{ content: ['it was late'], source: 'Other', speaker: 'Ann Other' }];
    await store.saveArticle(recordOf({ id: 'a', text, statements }));
    const { descriptions } = await readSources(await store.statements(), (name) => name);
    called.push(descriptions.map(({ words }) => words));
  }
  expect(called).toEqual([['Harbour Director'], ['Harbour Director'], ['Port Minister']]);
});

describe('whom the articles give a word', () => {
  const said = new Map([['Sergei Ryabkov', { statements: 1, articles: 1 }]]);
  const known = {
    actors: SEEDS.actors,
    said,
    sidesHeard: new Set(['Russia', 'US']),
    speakersOf: () => [],
    namesOf: (name: string) => [name],
    saidBy: () => [],
  };
  const heard = async (question: string) => {
    const reading = await readQuestion(question);
    return heardIn(reading, known);
  };

  it.each([
    ['What did Ryabkov say about exercises?', [], ['Sergei Ryabkov']],
    // The side of a body speaks for it.
    ['What does the Kremlin say about exercises?', ['Russia'], []],
    // What is written of somebody may answer where nothing said is asked for.
    ['What sanctions is Biden considering?', [], []],
  ])('%s', async (question, sides, speakers) => {
    expect(await heard(question)).toMatchObject({ sides, speakers });
  });

  it('who is heard only together with somebody', async () => {
    const together = 'Vladimir Fomin and Ann Other';
    const named = {
      ...known,
      said: new Map([[together, { statements: 1, articles: 1 }]]),
      namesOf: (name: string) => [name, together],
    };
    const reading = await readQuestion('What did Fomin say at the talks?');
    expect(heardIn(reading, named)?.speakers).toContain(together);
  });

  it.each(['What did Fomin say at the talks?', 'What did Ukraine say about exercises?'])(
    '%s: nobody who speaks',
    async (question) => {
      expect(await heard(question)).toBeNull();
    },
  );
});

const unit = (word: string, frequency: number): Unit => ({
  stem: stemOf(word.toLowerCase()),
  word,
  name: /^\p{Lu}/u.test(word),
  frequency,
  idf: 1,
});
const unknown = (question: string, units: readonly Unit[], speakers: readonly string[] = []): string[] => {
  const stems = speakers.map((word) => stemOf(word.toLowerCase()));
  return withUnknownNames(readTerms(question), [], units, (stem) => stems.includes(stem)).map(
    ({ party }) => party.id,
  );
};

describe('names that nobody speaks by', () => {
  it.each([
    ['What did Jens Stoltenberg want?', [unit('Jens', 0), unit('Stoltenberg', 0)], ['Jens Stoltenberg']],
    ['what did macron want', [unit('macron', 0)], ['macron']],
    // In the articles, but never as a speaker: asked for something said, and asked for something else.
    ['What did Georgia say?', [unit('Georgia', 3)], ['Georgia']],
    ['What did Georgia want?', [unit('Georgia', 3)], []],
    ['What did the Geneva talks bring?', [unit('Geneva', 3)], []],
    // Typed without capitals, behind a title and with a given name, though another word has them.
    [
      'what does premier anna kuhlke say about NATO',
      [unit('anna', 2), unit('kuhlke', 2)],
      ['premier anna kuhlke'],
    ],
    ['what did the kuhlke government say about rents', [unit('kuhlke', 2)], ['kuhlke government']],
    ['what did kuhlke herself say about rents', [unit('kuhlke', 2)], ['kuhlke']],
    ['how many rents did they say rose', [unit('rents', 2)], []],
    // A given name with a capital behind it is a person, though the surname is a word that carries nothing.
    ['What did Theresa May say on rents?', [unit('Theresa', 2)], ['Theresa May']],
    // The last name tells.
    ['What did Graham Twigg want?', [unit('Graham', 0), unit('Twigg', 2)], []],
  ])('%s', (question, units, expected) => {
    expect(unknown(question, units)).toEqual(expected);
  });

  it('are told from somebody of the same surname by the given name before it', () => {
    const other = { party: { kind: 'actor' as const, id: 'Otto Kuhlke', side: null }, adjective: false };
    const terms = readTerms('how did mirelle kuhlke react to the plan');
    const named = withUnknownNames(terms, [{ ...other, start: 3, end: 4 }], [unit('mirelle', 2)], () => true);
    expect(named.map(({ party }) => party.id)).toEqual(['mirelle kuhlke']);
  });

  it('are told from a misspelt given name by the surname behind it', () => {
    const carla = { kind: 'actor' as const, id: 'Carla Kuhlke', side: null };
    const of = (question: string): string[] => {
      const mention = { party: carla, adjective: false, start: 2, end: 3, how: 'repaired' as const };
      return withUnknownNames(readTerms(question), [mention], [], () => true).map(({ party }) => party.id);
    };
    expect(of('what did marla maples say')).toEqual(['marla maples']);
    expect(of('What did Marla Maples say?')).toEqual(['Marla Maples']);
    expect(of('what did karla say on maples')).toEqual(['Carla Kuhlke']);
    expect(of('what did karla Kuhlke say')).toEqual(['Carla Kuhlke']);
    expect(of('what did karla kuhlke say')).toEqual(['Carla Kuhlke']);
  });

  it('are no given name before somebody of whom the surname alone is known', () => {
    const sharpton = { kind: 'actor' as const, id: 'Sharpton', side: null };
    const terms = readTerms('what did al sharpton say');
    const mention = { party: sharpton, adjective: false, start: 3, end: 4 };
    const named = withUnknownNames(terms, [mention], [unit('al', 2)], () => true);
    expect(named.map(({ party }) => party.id)).toEqual(['Sharpton']);
  });

  it('are not those in the source of a statement', () => {
    expect(unknown('What did Bloomberg report?', [unit('Bloomberg', 2)], ['Bloomberg'])).toEqual([]);
  });

  it('are for what is said', () => {
    expect(asksForSaying(readTerms('What did they say?'))).toBe(true);
    expect(asksForSaying(readTerms('What do they want?'))).toBe(false);
    expect(asksForSpeech(readTerms('What is their position?'))).toBe(true);
  });
});
