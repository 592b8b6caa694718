import type { App } from '../app.ts';
import type { MatrixCell } from '../domain/matrix-answer.ts';
import type { Narrowed } from './messages/talk.ts';
import { labelOf } from '../show/show-speaker.ts';
import type { Suggestion } from './reply.ts';
import { ANSWER_WORDS } from './words/answer-words.ts';
import { SHARED_WORDS } from './words/shared-words.ts';

const EXAMPLES = 3;
const NEAR = 3;
/** What is asked for where a side mostly does that. */
const VERBS: Readonly<Partial<Record<NonNullable<MatrixCell['act']>, string>>> = {
  offers: 'offer',
  demands: 'demand',
  rejects: 'reject',
};

/** Questions that the articles answer: of what most is said, of different sides and topics as far as there are some. */
export async function exampleQuestions(app: App, most = EXAMPLES): Promise<Suggestion[]> {
  const { cells } = await app.matrix();
  const left = cells
    .filter(({ statements }) => statements > 0)
    .toSorted((a, b) => b.statements - a.statements);
  const chosen: MatrixCell[] = [];
  while (chosen.length < most && left.length > 0) {
    const sharedBy = (cell: MatrixCell): number =>
      chosen.filter(({ side }) => side === cell.side).length +
      2 * chosen.filter(({ topic }) => topic === cell.topic).length;
    const best = left.reduce((a, b) => (sharedBy(b) < sharedBy(a) ? b : a));
    chosen.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return chosen.map(({ side, topic, act }) => {
    const verb = act === null ? 'say' : (VERBS[act] ?? 'say');
    const question = ANSWER_WORDS.whatDoes(
      labelOf(side, app.sides),
      verb,
      withinSentence(labelOf(topic, app.topics)),
    );
    return { label: question, command: 'ask', options: { question } };
  });
}

/** "The talks" as it stands within a sentence; other labels may begin with a name. */
const withinSentence = (label: string): string =>
  label.replace(/^(?:The|An?) /, (article) => article.toLowerCase());

/** Who speaks that may have been meant by a name. */
export async function nearSpeakers(app: App, name: string): Promise<Suggestion[]> {
  const { suggestions } = await app.speaker(name);
  return suggestions.slice(0, NEAR).map(speakerSuggestion);
}

/** Where there is something on what was asked for, though not an answer to it; where there is nothing, what would be answered. */
export async function instead(
  app: App,
  { side, speaker, topic }: Narrowed,
  unknown: readonly string[],
): Promise<Suggestion[]> {
  const near = (await Promise.all(unknown.map((name) => nearSpeakers(app, name)))).flat();
  const { cells } = await app.matrix();
  const on = cells.filter(
    (cell) =>
      cell.statements > 0 &&
      (side === undefined || cell.side === side) &&
      (topic === undefined || cell.topic === topic),
  );
  const positions =
    side === undefined && topic === undefined
      ? []
      : on.toSorted((a, b) => b.statements - a.statements).slice(0, 2);
  const found = [
    ...near,
    ...(speaker === undefined ? [] : [speakerSuggestion(speaker)]),
    ...positions.map((cell): Suggestion => ({
      label: SHARED_WORDS.whoOnTopic(labelOf(cell.side, app.sides), labelOf(cell.topic, app.topics)),
      command: 'position',
      options: { side: cell.side, topic: cell.topic },
    })),
  ];
  return found.length > 0 ? found : exampleQuestions(app, 2);
}

function speakerSuggestion(name: string): Suggestion {
  return { label: name, command: 'speaker', options: { name } };
}
