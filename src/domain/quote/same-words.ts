import { align } from './align.ts';
import { differencesOf, type Difference } from './list-differences.ts';
import { REPORTING, STOP_WORDS } from './filler-words.ts';
import type { Evidence } from '../answer.ts';
import { comparedWords, ELLIPSIS, type FoldedToken, isWord } from '../../text/fold.ts';
import { stemOf } from '../../text/words/words.ts';

/** The same utterance as another article has it. */
export interface OtherWording {
  readonly evidence: Evidence;
  /** Words that were changed: `given` is this article's, `source` the first one's. At most three. */
  readonly differences: readonly Difference[];
}

/** One utterance: the first item that has it, and those of other articles. */
export interface EvidenceGroup {
  readonly first: Evidence;
  readonly others: readonly OtherWording[];
}

/** So much of the shorter one's words, at their places, is nearly the same text. */
const LEAST_PLACED = 0.8;
/** So much of the shorter one's content, in any order, is the same told otherwise (another translation, reported speech). */
const LEAST_SHARED = 0.65;
/** Fewer words in common say little. */
const LEAST_WORDS = 3;
/** What is shared must stand together in the longer one: over this many times the shorter's length it is but the same topic. */
const MOST_SCATTERED = 2;
const MOST_DIFFERENCES = 3;
/** Sentences of up to 200 words are compared whole. */
const MOST_CELLS = 40_000;

interface Utterance {
  readonly evidence: Evidence;
  readonly words: readonly FoldedToken[];
  /** Stems of the content words, in order. */
  readonly stems: readonly string[];
}

/**
 * Joins what several articles have of one utterance: the same speaker or side, different articles, nearly the same words.
 * The order stays that of the first of each group. Linear in the items for different words, quadratic at worst; linear in
 * their lengths.
 */
export function groupSameWords(evidence: readonly Evidence[]): EvidenceGroup[] {
  const groups: { first: Utterance; others: OtherWording[] }[] = [];
  const readOnce = createReading();
  for (const one of evidence) {
    const utterance = readOnce(one);
    const scored = groups.map((group) => ({ group, likeness: likeness(group.first, utterance) }));
    const best = scored.toSorted((a, b) => b.likeness - a.likeness)[0];
    const group = best && best.likeness > 0 ? best.group : null;
    if (group)
      group.others.push({
        evidence: utterance.evidence,
        differences: changes(utterance, group.first),
      });
    else groups.push({ first: utterance, others: [] });
  }
  return groups.map(({ first, others }) => ({ first: first.evidence, others }));
}

/** Those of `others` that `groupSameWords` would join with `one`, were there no more than the two. */
export function findSameWords(one: Evidence, others: readonly Evidence[]): Evidence[] {
  const readOnce = createReading();
  const own = readOnce(one);
  return others.filter((other) => likeness(own, readOnce(other)) > 0);
}

/** What an agency writes is printed by many as it is: the same text is read once. */
function createReading(): (evidence: Evidence) => Utterance {
  const known = new Map<string, Utterance>();
  return (evidence) => {
    const key = `${evidence.speaker}\n${evidence.text}`;
    const before = known.get(key);
    if (before) return { ...before, evidence };
    const utterance = read(evidence);
    known.set(key, utterance);
    return utterance;
  };
}

function read(evidence: Evidence): Utterance {
  const words = comparedWords(evidence.text).filter(({ folded }) => folded !== ELLIPSIS);
  return { evidence, words, stems: contentStems(evidence, words) };
}

/** Without names: that both speak of Moscow, or of one treaty, says little. A capital may also begin a sentence. */
function contentStems({ text, speaker }: Evidence, words: readonly FoldedToken[]): string[] {
  const own = new Set(comparedWords(speaker ?? '').map(({ folded }) => folded));
  return words
    .filter(({ folded, start }, i) => {
      const before = text.slice(Math.max(0, (words[i - 1]?.end ?? 0) - 1), start);
      const isName = /^\p{Lu}/u.test(text.charAt(start)) && /[^.!?:"“\s]\s+$|[(-]$/.test(before);
      return (
        isWord(folded) && !isName && !own.has(folded) && !STOP_WORDS.has(folded) && !REPORTING.has(folded)
      );
    })
    .map(({ folded }) => stemOf(folded));
}

/** How much of the shorter is in the other, 0 to 1; 0 where they are not the same. */
function likeness(a: Utterance, b: Utterance): number {
  if (a.evidence.article === b.evidence.article || !sameVoice(a.evidence, b.evidence)) return 0;
  const [shorter, longer] = a.stems.length <= b.stems.length ? [a, b] : [b, a];
  const known = new Set(longer.stems);
  if (!shorter.stems.some((stem) => known.has(stem))) return 0;
  return Math.max(sharedContent(shorter, longer), placedWords(...byLength(a, b)));
}

/** Two named people are two voices, whatever their side is; a side may stand for one of its people. */
function sameVoice(a: Evidence, b: Evidence): boolean {
  if (a.speaker !== null && b.speaker !== null) return a.speaker === b.speaker;
  return a.side !== null && a.side === b.side;
}

/** The share of the shorter's different content stems that stand in one stretch of the longer; 0 when too few. */
function sharedContent(shorter: Utterance, longer: Utterance): number {
  const wanted = new Set(shorter.stems);
  const stretch = MOST_SCATTERED * shorter.stems.length;
  const here = new Map<string, number>();
  let most = 0;
  longer.stems.forEach((stem, i) => {
    if (wanted.has(stem)) here.set(stem, i);
    // What was last seen before the stretch that ends here has left it.
    const gone = longer.stems[i - stretch];
    if (gone !== undefined && here.get(gone) === i - stretch) here.delete(gone);
    most = Math.max(most, here.size);
  });
  return most >= LEAST_WORDS && most >= LEAST_SHARED * wanted.size ? most / wanted.size : 0;
}

/** The share of the shorter's words that stand in the longer at their place; 0 when too few. */
function placedWords(shorter: Utterance, longer: Utterance): number {
  const least = Math.max(LEAST_WORDS, LEAST_PLACED * shorter.words.length);
  // Words that are not there at all stand nowhere.
  if (inCommon(shorter, longer) < least) return 0;
  const matched =
    shorter.evidence.text === longer.evidence.text
      ? shorter.words.filter(({ folded }) => isWord(folded)).length
      : (align(shorter.words, longer.words, MOST_CELLS)?.matchedWords ?? 0);
  return matched >= least ? matched / shorter.words.length : 0;
}

/** How many words of the shorter are among those of the longer, each as often as it is there. */
function inCommon(shorter: Utterance, longer: Utterance): number {
  const left = new Map<string, number>();
  for (const { folded } of longer.words) left.set(folded, (left.get(folded) ?? 0) + 1);
  return shorter.words.filter(({ folded }) => {
    const times = left.get(folded) ?? 0;
    left.set(folded, times - 1);
    return times > 0;
  }).length;
}

/** The changed words of `other` against `first`; the shorter is looked for in the longer, whichever that is. */
function changes(other: Utterance, first: Utterance): Difference[] {
  if (other.evidence.text === first.evidence.text) return [];
  const [shorter, longer] = byLength(other, first);
  const tokens = { shorter: shorter.words.map(singular), longer: longer.words.map(singular) };
  const alignment = align(tokens.shorter, tokens.longer, MOST_CELLS);
  if (!alignment) return [];
  const given = { text: shorter.evidence.text, tokens: tokens.shorter };
  const source = { text: longer.evidence.text, tokens: tokens.longer };
  return differencesOf(alignment, given, source)
    .filter(({ kind, given: one, source: two }) => kind === 'changed' && isWord(one) && isWord(two))
    .filter((difference) => !bringsIn(difference))
    .slice(0, MOST_DIFFERENCES)
    .map((difference) =>
      shorter === other ? difference : { ...difference, given: difference.source, source: difference.given },
    );
}

/** "Russia needs" for "we need" is no other wording. */
function singular(token: FoldedToken): FoldedToken {
  return { ...token, folded: token.folded.replace(/(?<=\p{L}{3}[^s])s$/u, '') };
}

/** "The minister said that Russia" for "we": who is told to speak is no wording of theirs. */
function bringsIn({ given, source }: Difference): boolean {
  return comparedWords(`${given} ${source}`).some(({ folded }) => REPORTING.has(folded));
}

function byLength(a: Utterance, b: Utterance): [shorter: Utterance, longer: Utterance] {
  return a.words.length <= b.words.length ? [a, b] : [b, a];
}
