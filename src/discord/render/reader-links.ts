import type { App } from '../../app.ts';
import type { Answer, Evidence } from '../../domain/answer.ts';
import { feedPath } from '../../domain/follow.ts';
import { quotePath } from '../../domain/quote/quote-link.ts';

/**
 * The app, whose quotes link to their place in the reader instead of the outlet's page, and whose follows have their feeds.
 *
 * @param readerUrl where others reach the reader, without a slash at the end; null: the app as it is
 */
export function withReaderLinks(app: App, readerUrl: string | null): App {
  if (readerUrl === null) return app;
  const linked = (item: Evidence): Evidence => ({ ...item, url: readerUrl + quotePath(item) });
  const linkedAnswer = (answer: Answer): Answer => ({
    ...answer,
    evidence: answer.evidence.map(linked),
    closest: answer.closest.map(linked),
    nearMisses: answer.nearMisses.map(linked),
  });
  return {
    ...app,
    // These change with the articles where no table lists them.
    get sides() {
      return app.sides;
    },
    get topics() {
      return app.topics;
    },
    ask: async (...asked) => linkedAnswer(await app.ask(...asked)),
    async compose(...asked) {
      const composed = await app.compose(...asked);
      // A question that the model read otherwise has other evidence.
      return { ...composed, answer: linkedAnswer(composed.answer) };
    },
    async speaker(...asked) {
      const found = await app.speaker(...asked);
      return { ...found, statements: found.statements.map(linked) };
    },
    async position(...asked) {
      const found = await app.position(...asked);
      return { ...found, statements: found.statements.map(linked) };
    },
    async compare(...asked) {
      const found = await app.compare(...asked);
      const sides = found.sides.map((one) => ({ ...one, statements: one.statements.map(linked) }));
      return { ...found, sides };
    },
    async timeline(...asked) {
      const found = await app.timeline(...asked);
      const [statements, undated] = [found.statements.map(linked), found.undated.map(linked)];
      return { ...found, statements, undated };
    },
    follows: async (...asked) =>
      (await app.follows(...asked)).map((one) => ({ ...one, feed: readerUrl + feedPath(one) })),
    async verify(...asked) {
      const found = await app.verify(...asked);
      return { ...found, match: found.match && linked(found.match) };
    },
  };
}
