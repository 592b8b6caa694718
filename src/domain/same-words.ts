import { stemmer } from 'stemmer';
import { align, differencesOf, type Difference } from './align.ts';
import type { Evidence } from './answer.ts';
import { foldTokens, isWord, type FoldedToken } from '../text/fold.ts';

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

/** Words by which reporters bring in who says it. */
const REPORTING = new Set(
  (
    'according added adding announced deputy emphasized minister mr mrs ms noted official officials president reported ' +
    'said say saying says secretary side spokesman spokesperson spokeswoman stated stressed told warned'
  ).split(' '),
);

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

function read(evidence: Evidence): Utterance {
  const tokens = foldTokens(evidence.text);
  const words = tokens.filter(({ folded }) => isWord(folded));
  return { evidence, tokens, words: words.length, stems: contentStems(evidence, words) };
}

/** Without names: that both speak of Moscow, or of one treaty, says little. A capital may also begin a sentence. */
function contentStems({ text, speaker }: Evidence, words: readonly FoldedToken[]): string[] {
  const own = new Set(foldTokens(speaker ?? '').map(({ folded }) => folded));
  return words
    .filter(({ folded, start }) => {
      const isName =
        /^\p{Lu}/u.test(text.charAt(start)) && /[^.!?:"“\s]\s+$|[(-]$/.test(text.slice(0, start));
      return !isName && !own.has(folded) && !STOP_WORDS.has(folded) && !REPORTING.has(folded);
    })
    .map(({ folded }) => stemmer(folded));
}

/** How much of the shorter is in the other, 0 to 1; 0 where they are not the same. */
function likeness(a: Utterance, b: Utterance): number {
  if (a.evidence.article === b.evidence.article || !sameVoice(a.evidence, b.evidence)) return 0;
  const [shorter, longer] = a.stems.length <= b.stems.length ? [a, b] : [b, a];
  if (!shorter.stems.some((stem) => longer.stems.includes(stem))) return 0;
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
  const counts = longer.stems.map((_, start) => {
    const here = longer.stems.slice(start, start + stretch).filter((stem) => wanted.has(stem));
    return new Set(here).size;
  });
  const most = Math.max(0, ...counts);
  return most >= LEAST_WORDS && most >= LEAST_SHARED * wanted.size ? most / wanted.size : 0;
}

/** The share of the shorter's words that stand in the longer at their place; 0 when too few. */
function placedWords(shorter: Utterance, longer: Utterance): number {
  const matched = align(shorter.tokens, longer.tokens)?.matchedWords ?? 0;
  return matched >= LEAST_WORDS && matched >= LEAST_PLACED * shorter.words ? matched / shorter.words : 0;
}

/** The changed words of `other` against `first`; the shorter is looked for in the longer, whichever that is. */
function changes(other: Utterance, first: Utterance): Difference[] {
  const [shorter, longer] = byLength(other, first);
  const tokens = { shorter: shorter.tokens.map(singular), longer: longer.tokens.map(singular) };
  const alignment = align(tokens.shorter, tokens.longer);
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
  return foldTokens(`${given} ${source}`).some(({ folded }) => REPORTING.has(folded));
}

function byLength(a: Utterance, b: Utterance): [shorter: Utterance, longer: Utterance] {
  return a.tokens.length <= b.tokens.length ? [a, b] : [b, a];
}
