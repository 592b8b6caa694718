import type { Answering } from './answering.ts';
import type { App } from './capabilities.ts';

/** What answers, each time by what `now` gives: the tables may have changed since the last. */
export function createAnswers(now: () => Answering) {
  return {
    ask: (...asked) => now().ask(...asked),
    readNames: (text) => now().readNames(text),
    compose: (answer, asked, signal) =>
      now().compose?.(answer, asked, signal) ?? Promise.resolve({ answer, note: null, dropped: [] }),
    speaker: (...asked) => now().speaker(...asked),
    position: (...asked) => now().position(...asked),
    compare: (...asked) => now().compare(...asked),
    timeline: (...asked) => now().timeline(...asked),
    changes: (filters) => now().changes(filters),
    latest: (...asked) => now().latest(...asked),
    matrix: () => now().matrix(),
    verify: (...asked) => now().verify(...asked),
    follow: (input) => now().follow(input),
    follows: (of) => now().follows(of),
    unfollow: (id) => now().unfollow(id),
    tellArrivals: (...told) => now().tellArrivals(...told),
    askedAgain: (person) => now().askedAgain(person),
    article: (id) => now().article(id),
    statements: (filters) => now().statements(filters),
    speakers: () => now().speakers(),
  } satisfies Partial<App>;
}
