import { SOURCE_AFTER, SOURCE_BEFORE, type TaggedSpan } from '../tag/token-labels.ts';
import { linkBucket, scoreOf, shortStep } from './link-spans.ts';
import { type Paragraph } from '../tag/read-paragraphs.ts';
import { KIND, type WordTraits } from '../tag/word-traits.ts';

/** Nouns that so often are sources need no article: "experts", "officials". */
const BARE_FROM = 4;
const LONGEST_NOUN = 4;
/** Candidates to each side of a cue: keeps the work linear. */
const REACH = 8;

/** A capital counts as a name's also where the word could be a cue or stands first. */
const NAME_KINDS = new Set<number>([KIND.name, KIND.other, KIND.cue, KIND.maybeCue]);
const isOwnName = (trait: WordTraits | undefined): boolean =>
  trait !== undefined && trait.capital && NAME_KINDS.has(trait.kind);

/** The names, pronouns and plain noun groups of tokens `[first, last]`, roughly: what could say something. */
function nounGroups({ from, traits }: Paragraph, first: number, last: number): TaggedSpan[] {
  const at = (i: number): WordTraits | undefined => (i > last ? undefined : traits[i - from]);
  const groups: TaggedSpan[] = [];
  for (let i = first; i <= last; i++) {
    const start = i;
    const kind = at(i)?.kind;
    if (kind === KIND.pronoun || kind === KIND.relative) {
      groups.push({ kind: SOURCE_BEFORE, first: i, last: i });
      continue;
    }
    if (kind === KIND.article) i++;
    const noun = i;
    if (isOwnName(at(i))) {
      while (isOwnName(at(i + 1)) || (at(i + 1)?.kind === KIND.preposition && isOwnName(at(i + 2)))) i++;
    } else if (kind === KIND.article) {
      while (i - noun < LONGEST_NOUN && (at(i)?.kind === KIND.other || at(i)?.kind === KIND.name)) i++;
      i--;
    } else if ((at(i)?.source ?? 0) < BARE_FROM) continue;
    if (i >= noun && i <= last) groups.push({ kind: SOURCE_BEFORE, first: start, last: i });
  }
  return groups;
}

/** What could be the source of `cue` in its sentence, outside its own content. */
export function sourceCandidates(
  paragraph: Paragraph,
  cue: TaggedSpan,
  content: readonly TaggedSpan[],
): TaggedSpan[] {
  const { from, to, sentence } = paragraph;
  const number = sentence[cue.first - from];
  let first = cue.first;
  let last = cue.last;
  while (first > from && cue.first - first < 60 && sentence[first - 1 - from] === number) first--;
  while (last + 1 < to && last - cue.last < 60 && sentence[last + 1 - from] === number) last++;
  const free = (group: TaggedSpan): boolean =>
    !content.some((part) => part.first <= group.last && group.first <= part.last);
  const before = nounGroups(paragraph, first, cue.first - 1).filter(free);
  const after = nounGroups(paragraph, cue.last + 1, last).filter(free);
  return [
    ...before.slice(-REACH),
    ...after.slice(0, REACH).map((group) => ({ ...group, kind: SOURCE_AFTER })),
  ];
}

/** Features of `candidate` being the source of `cue`; null stands for no source. */
export function sourceFeatures(
  paragraph: Paragraph,
  cue: TaggedSpan,
  candidates: readonly TaggedSpan[],
  candidate: TaggedSpan | null,
): number[] {
  const { from, traits } = paragraph;
  const at = (i: number): WordTraits | undefined => traits[i - from];
  const kindAt = (i: number): number => at(i)?.kind ?? 31;
  const suffix = at(cue.first)?.suffix ?? 0;
  const before = at(cue.first - 1);
  if (!candidate) {
    return [
      linkBucket(400, 0),
      linkBucket(401, suffix, before?.kind ?? 31),
      linkBucket(402, before?.word ?? 0),
      linkBucket(403, at(cue.first)?.word ?? 0),
      linkBucket(404, kindAt(cue.first), kindAt(cue.last)),
    ];
  }
  const side = candidate.kind === SOURCE_BEFORE ? 0 : 1;
  const index = candidates.indexOf(candidate);
  const firstAfter = candidates.findIndex(({ kind }) => kind === SOURCE_AFTER);
  const rank =
    side === 0 ? (firstAfter < 0 ? candidates.length : firstAfter) - 1 - index : index - firstAfter;
  const place = side + 2 * (index === 0 ? 1 : 0);
  const type =
    kindAt(candidate.first) === KIND.article
      ? 1
      : kindAt(candidate.first) === KIND.pronoun
        ? 2
        : kindAt(candidate.first) === KIND.relative
          ? 3
          : at(candidate.first)?.capital
            ? 4
            : 5;
  const far = shortStep(side === 0 ? cue.first - candidate.last - 1 : candidate.first - cue.last - 1);
  const neighbour = kindAt(candidate.first - 1);
  return [
    linkBucket(410, place, type, Math.min(rank, 4)),
    linkBucket(411, place, far, suffix),
    linkBucket(412, place, neighbour, type),
    linkBucket(413, place, kindAt(candidate.last + 1), type),
    linkBucket(414, side, at(candidate.first - 1)?.word ?? 0, far),
    linkBucket(415, side, at(candidate.last + 1)?.suffix ?? 0, far),
    linkBucket(416, place, suffix, before?.kind ?? 31),
    linkBucket(417, side, Math.min(rank, 4), suffix),
    linkBucket(418, side, before?.word ?? 0, far),
    linkBucket(419, side, at(candidate.last)?.source ?? 0, type),
    linkBucket(420, place, kindAt(cue.first) * 32 + (before?.kind ?? 31), neighbour),
    linkBucket(421, side, at(candidate.first)?.word ?? 0),
  ];
}

/** The likeliest source of a cue that the tags leave without one ("…, saying that", "to admit that"), or null. */
export function findSource(
  paragraph: Paragraph,
  cue: TaggedSpan,
  content: readonly TaggedSpan[],
  weights: Float32Array,
): TaggedSpan | null {
  const candidates = sourceCandidates(paragraph, cue, content);
  let found: TaggedSpan | null = null;
  let best = scoreOf(weights, sourceFeatures(paragraph, cue, candidates, null));
  for (const candidate of candidates) {
    const score = scoreOf(weights, sourceFeatures(paragraph, cue, candidates, candidate));
    if (score <= best) continue;
    best = score;
    found = candidate;
  }
  return found;
}
