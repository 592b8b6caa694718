import type { Side } from '../../../domain/actor.ts';
import type { Evidence } from '../../../domain/answer.ts';
import { groupSameWords, type EvidenceGroup } from '../../../domain/quote/same-words.ts';
import type { Card } from '../../reply.ts';
import { evidenceCard } from '../evidence-card.ts';

// One card an utterance. Quote and citation are then one box that nothing can part, and its coloured edge tells the side before
// anything is read.

/** A card of a message and the evidence in it. */
export interface Box {
  readonly items: readonly Evidence[];
  /** Within `maxChars` of Discord's total, and no more than `quoteChars` of the words: those that have most of `asked`. */
  card(maxChars: number, quoteChars?: number, asked?: string): Card;
}

/** The same words of several articles in one, numbered in the order in which they are then shown. */
export function numberedGroups(items: readonly Evidence[], from = 1): EvidenceGroup[] {
  let n = from;
  const next = (evidence: Evidence): Evidence => ({ ...evidence, n: n++ });
  return groupSameWords(items).map(({ first, others }) => ({
    first: next(first),
    others: others.map((other) => ({ ...other, evidence: next(other.evidence) })),
  }));
}

/** The evidence of a group: the first, then the others. */
export function itemsOf({ first, others }: EvidenceGroup): Evidence[] {
  return [first, ...others.map(({ evidence }) => evidence)];
}

/** A box for each utterance. */
export function boxesOf(
  groups: readonly EvidenceGroup[],
  sides: readonly Side[],
  labelOf = ({ n }: Evidence): string => String(n),
): Box[] {
  return groups.map((group) => ({
    items: itemsOf(group),
    card: (maxChars, quoteChars, asked) =>
      evidenceCard(group, sides, labelOf(group.first), maxChars, { quoteChars, asked }),
  }));
}
