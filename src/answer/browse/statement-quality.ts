import type { Statement, StatementType } from '../../domain/statement.ts';

/** Own words before the reporter's. */
const BY_TYPE: Record<StatementType, number> = { direct: 1, mixed: 0.8, indirect: 0.6, narration: 0 };
/** Between these lengths a quote says something and can be read at a glance. */
const GOOD_CHARACTERS = { least: 40, most: 280 };

/**
 * How good a quote a statement makes, 0 to 1: own words, a speaker with a name, neither a scrap nor a speech, and
 * about one thing.
 *
 * @param topic the topic asked for: a statement that is about it first is better than one that touches it
 */
export function quality({ type, speaker, content, topics }: Statement, topic?: string): number {
  const length = content.reduce((sum, { start, end }) => sum + end - start, 0);
  const readable =
    Math.min(1, length / GOOD_CHARACTERS.least) * Math.min(1, GOOD_CHARACTERS.most / Math.max(1, length));
  const named = speaker === null ? 0.7 : 1;
  const focus = topic === undefined || topics.length === 0 ? 1 : 0.6 + 0.4 / topics.length;
  return BY_TYPE[type] * readable * named * focus;
}
