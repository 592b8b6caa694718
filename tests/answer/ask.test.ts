import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { createDirectory } from '../../src/parties/directory.ts';
import { createAsk, prepareAnswer } from '../../src/answer/ask.ts';
import { createListSpeakers } from '../../src/answer/browse/list-stored.ts';
import { createSpeaker } from '../../src/answer/browse/look-up-speaker.ts';
import { createStated } from '../../src/answer/show-statements.ts';
import { SEEDS } from '../support/collection.ts';
import { createExactIndex } from '../support/stores/exact-index.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { DIMENSIONS, recordOf, TALKS, textVector } from '../support/records.ts';

const STAMP = { provider: 'test', model: 'letters', dimensions: DIMENSIONS };

async function filled(...records: readonly ReturnType<typeof recordOf>[]) {
  const store = createMemoryStore();
  await store.setEmbeddingStamp(STAMP);
  for (const record of records) await store.saveArticle(record);
  return store;
}

const embedQuestion = async (text: string): Promise<Float32Array> => textVector(text);

/** Near to nothing in meaning: what letters have in common is no support. */
const embedFar = async (): Promise<Float32Array> => new Float32Array(DIMENSIONS);

/** Goes on until it is aborted; whoever waits rejects with the signal's reason. */
function embedForEver(_: string, signal?: AbortSignal): Promise<Float32Array> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () =>
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted')),
    );
  });
}

const withDirectory = (store: Store) => ({
  store,
  stated: createStated({ store }),
  topics: SEEDS.topics,
  directory: createDirectory({ store, actors: SEEDS.actors }),
});

async function asking(...records: readonly ReturnType<typeof recordOf>[]) {
  const store = await filled(...records);
  const index = createExactIndex(store);
  return { store, ask: createAsk({ ...withDirectory(store), index, embedQuestion }) };
}

const ALL = Object.values(TALKS);

describe('ask', () => {
  it('answers with what the side said that is asked for, read from the article', async () => {
    const { store, ask } = await asking(...ALL);
    const { answered, evidence, searched } = await ask('What did the US offer on missiles?');
    expect(answered).toBe(true);
    expect(evidence[0]).toMatchObject({
      n: 1,
      article: 'geneva',
      side: 'US',
      speaker: 'Wendy Sherman',
      act: 'offers',
    });
    for (const one of evidence) {
      const article = await store.article(one.article);
      expect(one.text).toBe(article?.text.slice(one.start, one.end));
    }
    expect(searched).toEqual({ articles: 3, passages: (await store.counts()).passages });
  });

  it('says how much lies within the dates asked for', async () => {
    const { store, ask } = await asking(...ALL);
    const passagesOf = async (id: string) =>
      (await store.sources()).find((source) => source.id === id)?.passages ?? 0;
    const question = 'Who won the football match?';
    expect((await ask(question, { since: '2022-01-11' })).searched).toEqual({
      articles: 1,
      passages: await passagesOf('brussels'),
    });
    expect((await ask(question, { until: '2022-01-10' })).searched).toEqual({
      articles: 1,
      passages: await passagesOf('geneva'),
    });
    expect((await ask(question, { since: '2023' })).searched).toEqual({ articles: 0, passages: 0 });
  });

  it('never puts another side’s statement first', async () => {
    const { ask } = await asking(...ALL);
    const { evidence } = await ask('What did Russia say about missiles?');
    expect(evidence[0]).toMatchObject({ side: 'Russia', text: 'Russia warned of missiles in Europe.' });
  });

  it('has no answer where only somebody else said it', async () => {
    const store = await filled(
      ...ALL,
      recordOf({
        id: 'a',
        text: 'Our limits are firm.',
        statements: [{ content: ['Our limits are firm'], side: 'US', speaker: 'Wendy Sherman' }],
      }),
    );
    const ask = createAsk({
      ...withDirectory(store),
      index: createExactIndex(store),
      embedQuestion: embedFar,
    });
    const answer = await ask('Did Ryabkov say that limits are firm?');
    expect(answer).toMatchObject({ answered: false, evidence: [] });
    expect(answer.nearMisses.map(({ speaker }) => speaker)).toContain('Wendy Sherman');
  });

  it('has no answer where the words asked for stand beside another’s', async () => {
    const store = await filled(
      recordOf({
        id: 'a',
        text: 'Ryabkov spoke of attacks. Sherman left early.',
        statements: [
          { content: ['of attacks'], side: 'Russia', speaker: 'Sergei Ryabkov' },
          { content: ['left early'], side: 'US', speaker: 'Wendy Sherman' },
        ],
      }),
    );
    const ask = createAsk({
      ...withDirectory(store),
      index: createExactIndex(store),
      embedQuestion: embedFar,
    });
    expect(await ask('What did Sherman say about attacks?')).toMatchObject({ answered: false });
    expect(await ask('What did Ryabkov say about attacks?')).toMatchObject({ answered: true });
  });

  it('takes the name of a topic for it, also where the articles have other words', async () => {
    const store = await filled(
      recordOf({
        id: 'a',
        text: 'Sherman told reporters that NATO keeps an open door. The weather was cold.',
        statements: [
          {
            content: ['NATO keeps an open door'],
            side: 'US',
            speaker: 'Wendy Sherman',
            topics: ['nato-enlargement'],
          },
        ],
      }),
    );
    const known = { ...withDirectory(store), index: createExactIndex(store) };
    const ask = createAsk({ ...known, embedQuestion: embedFar });
    expect(await ask('What did Sherman say about NATO enlargement?')).toMatchObject({ answered: true });
    expect(await ask('What did Sherman say about accession?')).toMatchObject({ answered: false });
  });

  it('asks less of the words where there is no vector', async () => {
    const store = await filled(...ALL);
    const known = { ...withDirectory(store), index: createExactIndex(store) };
    const question = 'Which troops warned somewhere?';
    const far = await createAsk({ ...known, embedQuestion: embedFar })(question);
    const none = await createAsk({ ...known, embedQuestion: async () => null })(question);
    expect([far.answered, none.answered]).toEqual([false, true]);
    expect(none.evidence[0]?.text).toBe('Russia warned of missiles in Europe.');
    const other = await createAsk({ ...known, embedQuestion: async () => null })('Who baked this bread?');
    expect(other).toMatchObject({ answered: false, nearMisses: [] });
  });

  it('does not answer with a heading', async () => {
    const { ask } = await asking(
      recordOf({ id: 'a', text: 'How they see the missiles\n\nThey see the missiles as a threat.' }),
    );
    const { evidence } = await ask('How do they see the missiles?');
    expect(evidence[0]?.text).toBe('They see the missiles as a threat.');
  });

  it('has no answer of who is named and never speaks', async () => {
    const { ask } = await asking(
      ...ALL,
      recordOf({ id: 'a', text: 'Alexander Fomin came to the talks on missiles in Geneva.' }),
    );
    expect(await ask('What did Fomin say about missiles in Geneva?')).toMatchObject({ answered: false });
    expect(await ask('Did Fomin come to the talks on missiles?')).toMatchObject({ answered: true });
  });

  it('has no answer of somebody in what nobody says, where it does not even name them', async () => {
    const { ask } = await asking(
      recordOf({
        id: 'a',
        text: 'Sherman left early.',
        statements: [{ content: ['left early'], side: 'US', speaker: 'Wendy Sherman' }],
      }),
      recordOf({
        id: 'b',
        text: 'The quotas for herring in the bay of Norland are the lowest in forty years.',
      }),
    );
    const subject = 'the quotas for herring in the bay of Norland, the lowest in forty years';
    expect(await ask(`What did Sherman say about ${subject}?`)).toMatchObject({ answered: false });
    expect(await ask(`What about ${subject}?`)).toMatchObject({ answered: true });
  });

  it('prefers what a side says about one of its own to what that one says', async () => {
    const { ask } = await asking(
      recordOf({
        id: 'a',
        text: 'Blinken is tired of the talks. Sherman praised Blinken for the talks.',
        statements: [
          { content: ['Blinken is tired of the talks'], side: 'US', speaker: 'Antony Blinken' },
          { content: ['praised Blinken for the talks'], side: 'US', speaker: 'Wendy Sherman' },
        ],
      }),
    );
    const { evidence } = await ask('What does the US say about Blinken in the talks?');
    expect(evidence[0]?.speaker).toBe('Wendy Sherman');
  });

  it('takes any verb about something, of whoever is asked, for one of saying', async () => {
    const store = await filled(
      ...ALL,
      recordOf({
        id: 'doubled',
        text: 'Sergei Shoigu complained that flights have doubled.',
        statements: [{ content: ['flights have doubled'], side: 'Russia', speaker: 'Sergei Shoigu' }],
      }),
    );
    const prepare = prepareAnswer({
      ...withDirectory(store),
      index: createExactIndex(store),
      embedQuestion: embedFar,
    });
    expect((await prepare('What did Shoigu moan about?')).signs.covered).toBe(1);
    expect((await prepare('What did Shoigu say about herring?')).signs.covered).toBe(0);
  });

  it('leaves out what fits less than the best', async () => {
    const { ask } = await asking(
      ...ALL,
      recordOf({
        id: 'a',
        text: 'Sherman ruled out limits on members.',
        statements: [
          {
            content: ['limits on members'],
            side: 'US',
            speaker: 'Wendy Sherman',
            act: 'rejects',
            topics: ['nato-enlargement'],
          },
        ],
      }),
    );
    const { evidence } = await ask('What limits on missiles did the US offer?');
    expect(evidence.map(({ article, act }) => [article, act])).toEqual([['geneva', 'offers']]);
  });

  it('has no answer where nobody said it', async () => {
    const { ask } = await asking(...ALL);
    expect(await ask('What is the recipe for borscht?')).toMatchObject({
      answered: false,
      evidence: [],
      nearMisses: [],
    });
  });

  it('has no answer in an empty store', async () => {
    const { ask } = await asking();
    expect(await ask('What did the US offer?')).toMatchObject({ answered: false, searched: { articles: 0 } });
  });

  it('keeps to filters', async () => {
    const { ask } = await asking(...ALL);
    const russian = await ask('missiles', { side: 'moscow', limit: 25 });
    expect(new Set(russian.evidence.map(({ side }) => side))).toEqual(new Set(['Russia']));
    const dated = await ask('missiles', { since: '2022-01-11' });
    expect(new Set(dated.evidence.map(({ article }) => article))).toEqual(new Set(['brussels']));
    expect((await ask('missiles', { limit: 1 })).evidence).toHaveLength(1);
  });

  it('stops when it is aborted, before and while the question is embedded', async () => {
    const store = await filled(...ALL);
    const controller = new AbortController();
    const ask = createAsk({
      ...withDirectory(store),
      index: createExactIndex(store),
      embedQuestion: embedForEver,
    });
    const asked = ask('What about missiles?', {}, controller.signal);
    controller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    await expect(ask('What about missiles?', {}, controller.signal)).rejects.toThrow('enough');
  });
});

/** An article of one statement. */
const said = (id: string, published: string, speaker: string) =>
  recordOf({ id, published, text: 'It goes on.', statements: [{ content: ['It goes on'], speaker }] });

describe('speaker', () => {
  it('finds somebody by surname, with all statements, newest first', async () => {
    const speaker = createSpeaker(withDirectory(await filled(...ALL)));
    const { speaker: found, statements } = await speaker('sherman');
    expect(found).toMatchObject({ name: 'Wendy Sherman', side: 'US' });
    expect(statements.map(({ n, text }) => [n, text.slice(0, 10)])).toEqual([[1, 'We offered']]);
    expect((await speaker('sherman', { topic: 'sanctions' })).statements).toEqual([]);
  });

  it('counts what they say together with another in the same order', async () => {
    const both = 'Wendy Sherman and Sergei Ryabkov';
    const store = await filled(
      said('a', '2022-01-10', 'Wendy Sherman'),
      said('b', '2022-01-12', both),
      said('c', '2022-01-14', 'Wendy Sherman'),
    );
    const { statements } = await createSpeaker(withDirectory(store))('Sherman');
    expect(statements.map(({ n, article }) => [n, article])).toEqual([
      [1, 'c'],
      [2, 'b'],
      [3, 'a'],
    ]);
  });

  it('knows actors without statements, and suggests names for who is unknown', async () => {
    const speaker = createSpeaker(withDirectory(await filled()));
    expect((await speaker('Pentagon')).speaker?.name).toBe('Pentagon');
    expect(await speaker('Shermann')).toEqual({
      speaker: null,
      statements: [],
      suggestions: ['Wendy Sherman'],
    });
  });

  it('tells who was there by who is introduced as one of theirs', async () => {
    const { ask } = await asking(
      ...ALL,
      recordOf({
        id: 'a',
        text: 'The Russian delegation was led by Deputy Foreign Minister Sergei Ryabkov. Russia sent four tons of paper there.',
      }),
    );
    for (const question of [
      'Who was there for the Russians?',
      'Who took part for Russia?',
      'Who leads the Russian team?',
    ]) {
      const { evidence } = await ask(question);
      expect(evidence[0]?.text).toBe(
        'The Russian delegation was led by Deputy Foreign Minister Sergei Ryabkov.',
      );
    }
  });

  describe('who said some words', () => {
    const dispute = [
      recordOf({
        id: 'a',
        text: 'No ship will be sold before spring. The harbour and its ships are our pride.',
        statements: [
          { content: ['No ship will be sold before spring'], speaker: 'Ann Other' },
          { content: ['The harbour and its ships are our pride'], speaker: 'Bob Else' },
        ],
      }),
    ];

    it('is whoever said the nearest words, and nobody else where they are the same', async () => {
      const { ask } = await asking(...dispute);
      const speakersOf = async (question: string) =>
        (await ask(question)).evidence.map(({ speaker }) => speaker);
      expect(await speakersOf('Who said no ship will be sold before spring?')).toEqual(['Ann Other']);
      const [first] = await speakersOf('“No ship will be soldd before the spring” – who said that?');
      expect(first).toBe('Ann Other');
    });

    it('is whoever said what is nearest, though not in these words', async () => {
      const { ask } = await asking(
        ...dispute,
        recordOf({
          id: 'b',
          text: 'The harbour will feed our harbour people, and the harbour is not for sale.',
          statements: [
            {
              content: ['The harbour will feed our harbour people, and the harbour is not for sale'],
              speaker: 'Bob Else',
            },
          ],
        }),
        recordOf({
          id: 'c',
          text: 'We decide nothing on the harbour without the harbour people.',
          statements: [
            { content: ['We decide nothing on the harbour without the harbour people'], speaker: 'Cy Third' },
          ],
        }),
      );
      const { evidence } = await ask('Nothing about the harbour without the harbour – who said that?');
      expect(evidence[0]?.speaker).toBe('Cy Third');
    });

    it('is nobody where no words are like those', async () => {
      const { ask } = await asking(...dispute);
      const { answered } = await ask('“Pride of the harbour: the ship of spring” – who said that?');
      expect(answered).toBe(false);
    });
  });

  it('knows who is named in the articles alone, and lists those who said something', async () => {
    const store = await filled(
      recordOf({
        id: 'a',
        text: 'It is late. It is over.',
        statements: [
          { content: ['It is late'], speaker: 'Ann Other' },
          { content: ['It is over'], speaker: 'Ann Other' },
        ],
      }),
    );
    expect((await createSpeaker(withDirectory(store))('OTHER')).statements).toHaveLength(2);
    expect(await createListSpeakers(withDirectory(store))()).toEqual([
      { name: 'Ann Other', side: null, role: null, statements: 2, articles: 1 },
    ]);
  });
});
