import { turns } from '../take-turns.ts';
import type { Answering } from './answering.ts';
import type { App } from './capabilities.ts';

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
