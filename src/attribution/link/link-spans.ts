import { LINK_BUCKETS } from '../tag/features/feature-sink.ts';
import { CONTENT_ALONE, CUE, roleOf, type TaggedSpan } from '../tag/token-labels.ts';
import { type Paragraph } from '../tag/read-paragraphs.ts';

/** A statement as spans of tokens, all of one paragraph. */
export interface LinkedStatement {
  readonly cue: TaggedSpan | null;
  readonly source: TaggedSpan | null;
  readonly content: TaggedSpan[];
}

export function linkBucket(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template ^ 0x51ed270b, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) & (LINK_BUCKETS - 1);
}

/** Distances in coarse steps. */
export const shortStep = (distance: number): number =>
  distance < 4 ? distance : distance < 8 ? 4 : distance < 16 ? 5 : 6;

/** Features of linking `part` (a content or source) with `cue`; null stands for no link. `spans` are those of the paragraph. */
export function linkFeatures(
  paragraph: Paragraph,
  spans: readonly TaggedSpan[],
  part: TaggedSpan,
  cue: TaggedSpan | null,
  anchor: 'part' | 'cue',
): number[] {
  const { traits, sentence, from } = paragraph;
  const family = roleOf(part.kind) === 'source' ? 100 : 200;
  const at = (i: number) => traits[i - from];
  if (!cue) {
    if (anchor === 'part')
      return [
        linkBucket(family, part.kind),
        linkBucket(family + 1, at(part.first - 1)?.kind ?? 31, at(part.last + 1)?.kind ?? 31),
      ];
    return [];
  }
  const forward = cue.first > part.last ? 1 : 0;
  const low = forward ? part.last : cue.last;
  const high = forward ? cue.first : part.first;
  let cues = 0;
  let contents = 0;
  let sources = 0;
  for (const span of spans) {
    if (span.first <= low || span.last >= high) continue;
    const role = roleOf(span.kind);
    if (role === 'cue') cues++;
    else if (role === 'content') contents++;
    else sources++;
  }
  const sentences = Math.min(
    3,
    Math.abs((sentence[cue.first - from] ?? 0) - (sentence[part.first - from] ?? 0)),
  );
  const kind = part.kind * 2 + forward;
  const between = Math.min(cues, 3) + 4 * Math.min(contents, 3) + 16 * Math.min(sources, 3);
  const far = shortStep(high - low - 1);
  return [
    linkBucket(family + 10, kind),
    linkBucket(family + 11, kind, Math.min(cues, 3)),
    linkBucket(family + 12, kind, between),
    linkBucket(family + 13, kind, far, sentences),
    linkBucket(family + 14, kind, sentences, Math.min(cues, 3)),
    linkBucket(family + 15, kind, at(cue.first)?.word ?? 0),
    linkBucket(family + 16, kind, at(part.first - 1)?.kind ?? 31, Math.min(cues, 2)),
    linkBucket(family + 17, kind, at(part.last + 1)?.kind ?? 31, Math.min(cues, 2)),
    linkBucket(family + 18, kind, at(part.first)?.word ?? 0, Math.min(cues, 2)),
    linkBucket(family + 19, kind, at(cue.first - 1)?.word ?? 0, at(cue.last + 1)?.kind ?? 31),
    linkBucket(family + 20, kind, contents, sentences * 4 + Math.min(cues, 3)),
  ];
}

/** Features of a cue having no source in its paragraph. */
export function noSourceFeatures(paragraph: Paragraph, cue: TaggedSpan): number[] {
  const at = (i: number) => paragraph.traits[i - paragraph.from];
  const s = paragraph.sentence[cue.first - paragraph.from];
  const starts = paragraph.sentence[cue.first - 1 - paragraph.from] !== s ? 1 : 0;
  return [
    linkBucket(300, 0),
    linkBucket(301, at(cue.first)?.word ?? 0),
    linkBucket(302, at(cue.first - 1)?.word ?? 0),
    linkBucket(303, at(cue.first - 1)?.kind ?? 31, at(cue.last + 1)?.kind ?? 31),
    linkBucket(304, starts, at(cue.first)?.cue ?? 0),
    linkBucket(305, at(cue.last)?.word ?? 0),
  ];
}

export function scoreOf(weights: Float32Array, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
}

/** The candidate with the highest score; `none` wins ties. */
function best(
  candidates: readonly TaggedSpan[],
  none: number,
  score: (candidate: TaggedSpan) => number,
): TaggedSpan | null {
  let top: TaggedSpan | null = null;
  let topScore = none;
  for (const candidate of candidates) {
    const value = score(candidate);
    if (value > topScore) {
      top = candidate;
      topScore = value;
    }
  }
  return top;
}

/** Only this many cues or sources to each side are looked at: keeps the work linear in the length of the paragraph. */
const REACH = 6;

export function nearest(candidates: readonly TaggedSpan[], to: TaggedSpan): TaggedSpan[] {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.first ?? 0) < to.first) low = middle + 1;
    else high = middle;
  }
  return candidates.slice(Math.max(0, low - REACH), low + REACH);
}

/** Spans between `a` and `b`, ends included, of a paragraph's sorted spans: enough to count what lies between them. */
export function spansAround(spans: readonly TaggedSpan[], part: TaggedSpan): readonly TaggedSpan[] {
  const index = spans.indexOf(part);
  return spans.slice(Math.max(0, index - 4 * REACH), index + 4 * REACH);
}

/**
 * Joins the spans of a paragraph (sorted) to statements: every content goes to one cue or stands alone, every cue takes one
 * source or none (statements without content stay in: their words may follow in the next paragraph); the choice is a softmax over the candidates, learned from the same corpus as the tags.
 */
export function link(
  paragraph: Paragraph,
  spans: readonly TaggedSpan[],
  weights: Float32Array,
): LinkedStatement[] {
  const cues = spans.filter((span) => span.kind === CUE);
  const sources = spans.filter((span) => roleOf(span.kind) === 'source');
  const contentsOf = new Map<TaggedSpan, TaggedSpan[]>();
  const alone: LinkedStatement[] = [];
  for (const part of spans) {
    if (roleOf(part.kind) !== 'content') continue;
    const near = spansAround(spans, part);
    const none =
      part.kind === CONTENT_ALONE || cues.length === 0
        ? scoreOf(weights, linkFeatures(paragraph, near, part, null, 'part'))
        : -Infinity;
    const cue = best(nearest(cues, part), none, (candidate) =>
      scoreOf(weights, linkFeatures(paragraph, near, part, candidate, 'part')),
    );
    if (!cue) alone.push({ cue: null, source: null, content: [part] });
    else contentsOf.set(cue, [...(contentsOf.get(cue) ?? []), part]);
  }
  const joined = cues.map((cue) => {
    const none = scoreOf(weights, noSourceFeatures(paragraph, cue));
    const near = spansAround(spans, cue);
    const source = best(nearest(sources, cue), none, (candidate) =>
      scoreOf(weights, linkFeatures(paragraph, near, candidate, cue, 'cue')),
    );
    return { cue, source, content: contentsOf.get(cue) ?? [] };
  });
  return [...joined, ...alone];
}
