import type { Compose, ComposeDependencies } from '../answer/compose/compose.ts';
import { createCountCarriers } from '../answer/browse/count-carriers.ts';
import type { Ask, AskDependencies } from '../answer/ask.ts';
import { createAskOverTime } from '../answer/over-time/ask-over-time.ts';
import { type Changes, createChanges } from '../answer/browse/changes/track-changes.ts';
import { createRerank } from '../answer/rerank/rerank-candidates.ts';
import { createReadNames } from '../answer/read/read-names.ts';
import { createArticles, createListSpeakers } from '../answer/browse/list-stored.ts';
import { createSpeaker } from '../answer/browse/look-up-speaker.ts';
import { createMatrix } from '../answer/browse/count-matrix.ts';
import { createPositions } from '../answer/browse/positions.ts';
import { createVerify } from '../answer/browse/verify.ts';
import { createStated } from '../answer/show-statements.ts';
import type { EditedTables } from '../collect/edits/apply-edits.ts';
import type { Evidence } from '../domain/answer.ts';
import type { Reranker } from '../domain/model/reranker.ts';
import { createDirectory } from '../parties/directory.ts';
import { createIntactStore } from '../store/intact.ts';
import type { Store } from '../store/ports.ts';
import { createFollows } from './keep-following.ts';
import type { Models } from './models/models.ts';
import { turns } from '../take-turns.ts';
import type { App } from './capabilities.ts';
import type { RememberedModelDependencies } from '../answer/model/remembered-model.ts';
import type { UnderstandDependencies } from '../answer/compose/understand.ts';

interface AnsweringDependencies extends Pick<AskDependencies, 'index' | 'embedQuestion'> {
  readonly store: Store;
  readonly openModel: Models['languageModel'];
  readonly reranker: Reranker | null;
  readonly log: { info(message: string): void; warn(message: string): void };
}

/** Of all that somebody said, so many are looked up with who else carries them. */
const MOST_COUNTED = 100;

export type Answering = Awaited<ReturnType<typeof createAnswering>>;

/** All that answers by the tables: made anew when they change. */
export async function createAnswering(
  { store, openModel, reranker, log, ...finding }: AnsweringDependencies,
  tables: EditedTables,
) {
  const { actors, topics } = tables;
  // A question is answered from the other articles where one is damaged; what shows all that was said says so.
  const intact = createIntactStore({ store, log });
  // Names need no warning: what is said under them does.
  const directory = createDirectory({
    store: createIntactStore({ store, log: { warn: () => undefined } }),
    actors,
  });
  const stated = createStated({ store });
  const changes = createChanges({ store, stated, directory, topics });
  const answering = { ...finding, store: intact, stated: createStated({ store: intact }), directory, topics };
  const countCarriers = createCountCarriers(answering);
  const countFirst = async (items: readonly Evidence[]): Promise<readonly Evidence[]> => [
    ...(await countCarriers(items.slice(0, MOST_COUNTED))),
    ...items.slice(MOST_COUNTED),
  ];
  const { said } = createChanges(answering);
  const rerank = reranker && createRerank({ reranker, log });
  const find = createAskOverTime({
    ...answering,
    rerank,
    said,
    now: () => new Date(),
  });
  const ask: Ask = async (...asked) => {
    const answer = await find(...asked);
    return { ...answer, evidence: await countCarriers(answer.evidence) };
  };
  const compose: Compose | null = openModel
    ? await openCompose(openModel, { store: intact, directory, ask, topics, log })
    : null;
  const speaker = createSpeaker({ store, stated, directory, topics });
  const positions = createPositions({ store, stated, directory, topics });
  return {
    tables,
    ask,
    readNames: createReadNames({ store: intact, directory, topics }),
    compose,
    speaker: async (...asked: Parameters<typeof speaker>) => {
      const found = await speaker(...asked);
      return { ...found, statements: await countFirst(found.statements) };
    },
    ...positions,
    position: async (...asked: Parameters<typeof positions.position>) => {
      const found = await positions.position(...asked);
      return { ...found, statements: await countFirst(found.statements) };
    },
    ...changes,
    async latest(...asked: Parameters<Changes['latest']>) {
      const found = await changes.latest(...asked);
      const now = await countCarriers(found.now.map(({ evidence }) => evidence));
      return { ...found, now: found.now.map((one, i) => ({ ...one, evidence: now[i] ?? one.evidence })) };
    },
    ...createFollows({ store, stated, directory, topics, now: () => new Date() }),
    matrix: createMatrix({ store, said: changes.said, sides: actors.sides, topics }),
    verify: createVerify({ store, directory }),
    ...createArticles({ store, stated, directory, topics }),
    speakers: createListSpeakers({ directory }),
    /** Whoever changed an article is answered by it as it is now. */
    upToDate: () => directory.upToDate(),
  };
}

/** The same, of which the caller waits for each result. */
const waited =
  <A extends readonly unknown[], R>(answer: (...asked: A) => Promise<R>) =>
  (...asked: A): Promise<R> =>
    turns.waitedFor(() => answer(...asked));

/**
 * What answers, each time by what `now` gives: the tables may have changed since the last. While somebody waits for an answer, what
 * reads articles gives way.
 */
export function createAnswers(now: () => Answering) {
  return {
    ask: waited((...asked) => now().ask(...asked)),
    readNames: (text) => now().readNames(text),
    compose: (answer, asked, signal) =>
      now().compose?.(answer, asked, signal) ?? Promise.resolve({ answer, note: null, dropped: [] }),
    speaker: waited((...asked) => now().speaker(...asked)),
    position: waited((...asked) => now().position(...asked)),
    compare: waited((...asked) => now().compare(...asked)),
    timeline: waited((...asked) => now().timeline(...asked)),
    changes: waited((...asked) => now().changes(...asked)),
    latest: waited((...asked) => now().latest(...asked)),
    matrix: waited((...asked) => now().matrix(...asked)),
    verify: waited((...asked) => now().verify(...asked)),
    follow: (input) => now().follow(input),
    follows: (of) => now().follows(of),
    unfollow: (id) => now().unfollow(id),
    tellArrivals: (...told) => now().tellArrivals(...told),
    askedAgain: (person) => now().askedAgain(person),
    article: (id) => now().article(id),
    statements: waited((...asked) => now().statements(...asked)),
    speakers: () => now().speakers(),
  } satisfies Partial<App>;
}

/** A model's client is loaded only when one is set. */
async function openCompose(
  openModel: NonNullable<Models['languageModel']>,
  dependencies: Omit<ComposeDependencies, 'model' | 'template' | 'understand'> &
    Pick<UnderstandDependencies, 'ask' | 'topics' | 'store'> &
    Pick<RememberedModelDependencies, 'store'>,
): Promise<Compose> {
  const [{ createRememberedModel }, { createCompose }, { createUnderstand }, { readPrompt }] =
    await Promise.all([
      import('../answer/model/remembered-model.ts'),
      import('../answer/compose/compose.ts'),
      import('../answer/compose/understand.ts'),
      import('../answer/model/prompt-template.ts'),
    ]);
  const model = createRememberedModel({ ...dependencies, model: await openModel() });
  const understand = createUnderstand({ ...dependencies, model, template: await readPrompt('question') });
  return createCompose({ ...dependencies, model, understand, template: await readPrompt('answer') });
}
