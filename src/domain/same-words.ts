import { stemmer } from 'stemmer';
import { align, differencesOf, type Difference } from './align.ts';
import type { Evidence } from './answer.ts';
import { foldTokens, isWord, type FoldedToken } from './fold.ts';

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
const LEAST_SHARED = 0.6;
/** Fewer words in common say little. */
const LEAST_WORDS = 3;
/** What is shared must stand together in the longer one: over this many times the shorter's length it is but the same topic. */
const MOST_SCATTERED = 2;
const MOST_DIFFERENCES = 3;

/** Words that are in every second sentence, whoever says it. */
const STOP_WORDS = new Set(
  (
    'a about after all also an and any are as at be been before being but by can could did do does for from had has have ' +
    'he her him his i if in into is it its may more most must my no not of on or our out over shall she should so some ' +
    'such than that the their them then there these they this those to too under up us was we were what when which who ' +
    'will with would you your'
  ).split(' '),
);

interface Utterance {
  readonly evidence: Evidence;
  readonly tokens: readonly FoldedToken[];
  readonly words: number;
  /** Stems of the content words, in order. */
  readonly stems: readonly string[];
}

/**
 * Joins what several articles have of one utterance: the same speaker or side, different articles, nearly the same words.
 * The order stays that of the first of each group. Linear in the items for different words, quadratic at worst.
 */
export function groupSameWords(evidence: readonly Evidence[]): EvidenceGroup[] {
  const groups: { first: Utterance; others: OtherWording[] }[] = [];
  for (const utterance of evidence.map(read)) {
    const group = groups.find(({ first }) => isSame(first, utterance));
    if (group)
      group.others.push({
        evidence: utterance.evidence,
        differences: changes(utterance, group.first),
      });
    else groups.push({ first: utterance, others: [] });
  }
  return groups.map(({ first, others }) => ({ first: first.evidence, others }));
}

function read(evidence: Evidence): Utterance {
  const tokens = foldTokens(evidence.text);
  const words = tokens.map(({ folded }) => folded).filter(isWord);
  return {
    evidence,
    tokens,
    words: words.length,
    stems: words.filter((word) => !STOP_WORDS.has(word)).map((word) => stemmer(word)),
  };
}

function isSame(a: Utterance, b: Utterance): boolean {
  if (a.evidence.article === b.evidence.article || !sameVoice(a.evidence, b.evidence)) return false;
  const [shorter, longer] = a.stems.length <= b.stems.length ? [a, b] : [b, a];
  if (!shorter.stems.some((stem) => longer.stems.includes(stem))) return false;
  return sharesContent(shorter, longer) || isPlaced(...byLength(a, b));
}

/** Two named people are two voices, whatever their side is; a side may stand for one of its people. */
function sameVoice(a: Evidence, b: Evidence): boolean {
  if (a.speaker !== null && b.speaker !== null) return a.speaker === b.speaker;
  return a.side !== null && a.side === b.side;
}

/** Whether enough different content stems of the shorter stand in one stretch of the longer. */
function sharesContent(shorter: Utterance, longer: Utterance): boolean {
  const wanted = new Set(shorter.stems);
  const needed = Math.max(LEAST_WORDS, Math.ceil(LEAST_SHARED * wanted.size));
  const stretch = MOST_SCATTERED * shorter.stems.length;
  return longer.stems.some((_, start) => {
    const here = longer.stems.slice(start, start + stretch).filter((stem) => wanted.has(stem));
    return new Set(here).size >= needed;
  });
}

function isPlaced(shorter: Utterance, longer: Utterance): boolean {
  const matched = align(shorter.tokens, longer.tokens)?.matchedWords ?? 0;
  return matched >= LEAST_WORDS && matched >= LEAST_PLACED * shorter.words;
}

/** The changed words of `other` against `first`; the shorter is looked for in the longer, whichever that is. */
function changes(other: Utterance, first: Utterance): Difference[] {
  const [shorter, longer] = byLength(other, first);
  const alignment = align(shorter.tokens, longer.tokens);
  if (!alignment) return [];
  const withText = ({ evidence, tokens }: Utterance) => ({ text: evidence.text, tokens });
  return differencesOf(alignment, withText(shorter), withText(longer))
    .filter(({ kind, given, source }) => kind === 'changed' && isWord(given) && isWord(source))
    .slice(0, MOST_DIFFERENCES)
    .map((difference) =>
      shorter === other ? difference : { ...difference, given: difference.source, source: difference.given },
    );
}

function byLength(a: Utterance, b: Utterance): [shorter: Utterance, longer: Utterance] {
  return a.tokens.length <= b.tokens.length ? [a, b] : [b, a];
}
