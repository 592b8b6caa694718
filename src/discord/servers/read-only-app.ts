import type { App } from '../../app.ts';
import { UserError } from '../../errors.ts';
import { SERVER_WORDS } from '../words/server-words.ts';

/** Whose words a quote is may be said there by some; how that is found out. */
const asking = new WeakMap<App, () => Promise<boolean>>();

/** Throws `UserError`, which says why, where nothing may be corrected by who asks. */
export async function assertMayCorrect(app: App): Promise<void> {
  if ((await asking.get(app)?.()) === false) throw new UserError(READ_ONLY);
}

/**
 * The operator's collection as servers have it that only read it: what one of them would add, all others would get. Each
 * capability has its line here, so that a new one is thought about before it can be had.
 *
 * @param scope whose memories are whose: nobody's buttons work for others
 * @param mayCorrect whether who asks may say whose words a quote is all the same
 */
export function readOnlyApp(
  app: App,
  scope: string,
  mayCorrect: () => Promise<boolean> = async () => false,
): App {
  const keyOf = (key: string): string => `${scope} ${key}`;
  const allowed = async (): Promise<App> => ((await mayCorrect()) ? app : refused());
  const own: App = {
    get sides() {
      return app.sides;
    },
    get topics() {
      return app.topics;
    },
    composes: app.composes,
    ask: (...asked) => app.ask(...asked),
    readNames: (text) => app.readNames(text),
    compose: (...asked) => app.compose(...asked),
    speaker: (...asked) => app.speaker(...asked),
    position: (...asked) => app.position(...asked),
    compare: (...asked) => app.compare(...asked),
    timeline: (...asked) => app.timeline(...asked),
    changes: (filters) => app.changes(filters),
    latest: (...asked) => app.latest(...asked),
    matrix: () => app.matrix(),
    verify: (...asked) => app.verify(...asked),
    context: (shown) => app.context(shown),
    article: (id) => app.article(id),
    statements: (filters) => app.statements(filters),
    speakers: () => app.speakers(),
    sources: () => app.sources(),
    revision: () => app.revision(),
    follow: (input) => app.follow(input),
    follows: (of) => app.follows(of),
    unfollow: (id) => app.unfollow(id),
    tellArrivals: (...told) => app.tellArrivals(...told),
    askedAgain: (person) => app.askedAgain(`${person} ${scope}`),
    note: (name) => app.note(name),
    setNote: refused,
    remember: (key, value, keepMs) => app.remember(keyOf(key), value, keepMs),
    recall: (key) => app.recall(keyOf(key)),
    forget: (ids) => app.forget(ids),
    correct: async (...given) => (await allowed()).correct(...given),
    undoCorrection: async (...given) => (await allowed()).undoCorrection(...given),
    corrections: () => app.corrections(),
    get actors() {
      return app.actors;
    },
    editTables: refused,
    undoTableEdit: refused,
    tableEdits: () => app.tableEdits(),
    exportTables: refused,
    addSources: refused,
    // The reader is the operator's, who may let it fetch what is not public.
    checkSources: () => Promise.reject(new UserError(NOT_CHECKED)),
    retract: refused,
    feeds: () => app.feeds(),
    dropFeed: refused,
    ingest: refused,
    tablesDiffer: () => app.tablesDiffer(),
    watch: refused,
    remove: refused,
    // Whoever opened it closes it.
    close: async () => undefined,
  };
  asking.set(own, mayCorrect);
  return own;
}

const refused = (): Promise<never> => Promise.reject(new UserError(READ_ONLY));

const READ_ONLY = SERVER_WORDS.theseArticlesShared;
const NOT_CHECKED = SERVER_WORDS.nothingAddedThese;
