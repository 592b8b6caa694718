import { describe, expect, it } from 'vitest';
import { createAskOverTime } from '../../../src/answer/over-time/ask-over-time.ts';
import { createChanges } from '../../../src/answer/browse/changes/track-changes.ts';
import { createPositions } from '../../../src/answer/browse/positions.ts';
import { createStated } from '../../../src/answer/show-statements.ts';
import type { Evidence } from '../../../src/domain/answer.ts';
import type { Act } from '../../../src/domain/statement.ts';
import { createDirectory } from '../../../src/parties/directory.ts';
import { createExactIndex } from '../../support/stores/exact-index.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { DIMENSIONS, recordOf, textVector } from '../../support/records.ts';

const topics = [
  { id: 'fish', label: 'Fish', words: ['fish', 'quota', 'herring'] },
  { id: 'ports', label: 'Ports', words: ['port', 'landing'] },
];
const sides = [
  { id: 'Norland', label: 'Norland', names: ['Norland'], adjectives: [] },
  { id: 'Suderia', label: 'Suderia', names: ['Suderia'], adjectives: [] },
];

const SAID: readonly (readonly [day: string, side: string, topic: string, act: Act, text: string])[] = [
  ['2031-05-02', 'Norland', 'fish', 'offers', 'Norland offers a herring quota of 40 per cent'],
  ['2031-05-06', 'Suderia', 'fish', 'demands', 'Suderia demands a herring quota of 60 per cent'],
  ['2031-05-10', 'Norland', 'fish', 'offers', 'Norland offers a herring quota of 45 per cent'],
  ['2031-05-11', 'Suderia', 'ports', 'rejects', 'Suderia rejects landing rights in its ports'],
  ['2031-05-12', 'Norland', 'fish', 'states', 'Norland said its fish was the best of all'],
];

async function asking(more: readonly Parameters<typeof recordOf>[0][] = []) {
  return (await opened(more)).ask;
}

/** `ask` beside what `position`, `changes` and `latest` are. */
async function opened(more: readonly Parameters<typeof recordOf>[0][] = []) {
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
  for (const [published, side, topic, act, text] of SAID)
    await store.saveArticle(
      recordOf({
        id: published,
        published,
        text: `${text}.`,
        statements: [{ content: [text], side, sides: [side], act, topics: [topic] }],
      }),
    );
  for (const one of more) await store.saveArticle(recordOf(one));
  const directory = createDirectory({ store, actors: { sides, actors: [] } });
  const embedded: string[] = [];
  const finding = {
    store,
    directory,
    topics,
    index: createExactIndex(store),
    embedQuestion: async (text: string) => {
      embedded.push(text);
      return textVector(text);
    },
  };
  const reading = { store, stated: createStated({ store }), directory, topics };
  const changes = createChanges(reading);
  const ask = createAskOverTime({
    ...finding,
    said: changes.said,
    // A Wednesday.
    now: () => new Date('2031-05-14T08:00:00Z'),
  });
  return { ask, embedded, ...changes, ...createPositions(reading) };
}

const shown = ({ article, act }: Evidence) => [article, act];

describe('a question for the order of saying', () => {
  it('is answered with the newest first, and with what that replaces in the line above', async () => {
    const ask = await asking();
    const answer = await ask('What is Norland offering on fish now?');
    expect(answer).toMatchObject({
      answered: true,
      kind: 'said',
      question: 'What is Norland offering on fish now?',
    });
    expect(answer.evidence.map(({ article, n }) => [n, article])).toEqual([
      [1, '2031-05-10'],
      [2, '2031-05-02'],
    ]);
    expect(answer.headline).toBe(
      'The newest: Norland offers, 10 May 2031; before, on 2 May 2031: 40 per cent, now 45 per cent.',
    );
  });

  it('tells what changed, and since when', async () => {
    const ask = await asking();
    for (const question of [
      "Has Norland's position on fish changed?",
      'What changed since Friday?',
      'what changed since 10 May',
    ]) {
      const { evidence, headline } = await ask(question);
      expect(evidence.map(({ article }) => article)).toEqual(['2031-05-10']);
      expect(headline).toMatch(/^Changed: Norland offers, 10 May 2031; before, on 2 May 2031: 40 per cent/);
    }
  });

  it('says that nothing changed, with the newest there is', async () => {
    const ask = await asking();
    const { evidence, headline } = await ask('What changed on ports since Monday?');
    expect(headline).toBe('No change found since 12 May 2031. The newest: Suderia rejects, 11 May 2031.');
    expect(evidence.map(({ article }) => article)).toEqual(['2031-05-11']);
  });

  it('keeps to the days where it asks for no change', async () => {
    const ask = await asking();
    const { evidence } = await ask('What has Norland said on fish since 9 May?');
    expect(evidence.map(({ article }) => article)).toEqual(['2031-05-10', '2031-05-12']);
  });

  it('is asked of sources without a name, too, and where no article is of those days', async () => {
    const content = 'the herring is theirs';
    const source = 'The herring council';
    const text = `${source} said ${content}.`;
    const ask = await asking([{ id: 'council', text, statements: [{ content: [content], source }] }]);
    // Words for a source are no side by which anything could be filtered.
    await expect(ask('what does the herring council say now?')).resolves.toMatchObject({
      answered: true,
    });
    const { answered, evidence } = await ask('What did Norland offer after 13 May?');
    expect([answered, evidence[0]?.side]).toEqual([true, 'Norland']);
  });

  it('embeds each text that it asks once', async () => {
    const { ask, embedded } = await opened();
    const texts = async (question: string) => {
      embedded.length = 0;
      await ask(question);
      return [...embedded];
    };
    for (const question of [
      'What did Suderia demand?',
      'What is Norland offering on fish now?',
      // Of anything at all, and of what nobody said: it is left to the ranking.
      'What is the latest from Norland?',
      'What is Norland saying now about missiles?',
      'What changed on missiles?',
    ])
      expect(await texts(question)).toEqual([question]);
    expect(await texts('What did Norland offer on fish since 9 May?')).toEqual([
      'What did Norland offer on fish?',
    ]);
    // No article is of those days: what is asked then has other words.
    const late = 'What did Norland offer after Tuesday?';
    expect(await texts(late)).toEqual(['What did Norland offer?', late]);
  });

  it('leaves all other questions to the ranking', async () => {
    const ask = await asking();
    const { headline, evidence } = await ask('What did Suderia demand?');
    expect(headline).toBe('Suderia demands, in 1 article.');
    expect(evidence[0]?.article).toBe('2031-05-06');
  });

  it('agrees with what /changes, /latest and /position show', async () => {
    const text = 'We offer a herring quota of 48 per cent';
    const app = await opened([
      {
        id: '2031-05-13',
        published: '2031-05-13',
        text: `“${text}.”`,
        statements: [
          {
            content: [text],
            type: 'direct',
            side: 'Norland',
            sides: ['Norland'],
            act: 'offers',
            topics: ['fish'],
          },
        ],
      },
    ]);
    const { now } = await app.latest('Norland', 'fish');
    for (const question of [
      'What is Norland offering on fish now?',
      'What is the latest from Norland on fish?',
      'Does Norland still offer a quota of fish?',
    ])
      expect((await app.ask(question)).evidence.slice(0, 1).map(shown), question).toEqual(
        now.slice(0, 1).map(({ evidence }) => shown(evidence)),
      );
    const { changes: moved } = await app.changes({ side: 'Norland', topic: 'fish', since: '2031-05-09' });
    for (const question of [
      "Has Norland's position on fish changed since 9 May?",
      'what changed on fish since 9 May',
    ])
      expect((await app.ask(question)).evidence.map(shown), question).toEqual(
        moved.map(({ to }) => shown(to)).toReversed(),
      );
    const { statements } = await app.position('Norland', 'fish');
    expect(statements.map(shown)).toEqual([
      ['2031-05-13', 'offers'],
      ['2031-05-10', 'offers'],
      ['2031-05-02', 'offers'],
      ['2031-05-12', 'states'],
    ]);
    expect(statements.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    const { sides: beside } = await app.compare('fish', ['Norland', 'Suderia']);
    expect(beside.map((one) => one.statements.map(shown))).toEqual([
      [['2031-05-13', 'offers']],
      [['2031-05-06', 'demands']],
    ]);
  });
});
