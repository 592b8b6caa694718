import type { App } from '../../../src/app.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import { createFakeApp, type FakeApp } from '../../support/fake-app.ts';

/** What a message led the bot to look up. */
export interface LookedUp {
  readonly command: string;
  /** Names, topics and quotes, in the order they were given. */
  readonly with: readonly string[];
  /** What `ask` answered. */
  readonly answer?: Answer;
}

/** The app over its articles, with what is remembered kept apart, that writes down what it is asked for. */
export function recordLookUps(app: App): { readonly app: FakeApp; readonly lookedUp: LookedUp[] } {
  const lookedUp: LookedUp[] = [];
  const note = (command: string, ...given: readonly (string | undefined)[]): void =>
    void lookedUp.push({ command, with: given.filter((one) => one !== undefined) });
  const fake = createFakeApp();
  return {
    lookedUp,
    app: {
      ...app,
      override: fake.override,
      asked: fake.asked,
      remember: (...entry) => fake.remember(...entry),
      recall: (key) => fake.recall(key),
      note: (name) => fake.note(name),
      setNote: (...entry) => fake.setNote(...entry),
      async ask(question, filters, signal) {
        const answer = await app.ask(question, filters, signal);
        lookedUp.push({ command: 'ask', with: [question], answer });
        return answer;
      },
      async speaker(name, filters) {
        note('speaker', name, filters?.topic);
        return app.speaker(name, filters);
      },
      async position(side, topic) {
        note('position', side, topic);
        return app.position(side, topic);
      },
      async compare(topic, sides) {
        note('compare', topic, ...(sides ?? []));
        return app.compare(topic, sides);
      },
      async timeline(topic, filters) {
        note('timeline', topic, filters?.side, filters?.speaker);
        return app.timeline(topic, filters);
      },
      async matrix() {
        note('matrix');
        return app.matrix();
      },
      async verify(quote, signal) {
        note('verify', quote);
        return app.verify(quote, signal);
      },
      async sources() {
        note('sources');
        return app.sources();
      },
    },
  };
}
