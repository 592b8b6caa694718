/**
 * What a token can be. Sources and contents come in kinds, by the side of their cue they stand on, so that the chain itself
 * remembers whether a cue has already been: begin/inside pairs for a source before or after its cue, the cue, a content
 * before, after or without its cue. What lies between the parts of one statement is a gap, named for the part to come.
 */
export const OUTSIDE = 0;
export const GAP = { source: 1, cue: 2, content: 3 } as const;
export const SOURCE_BEFORE = 4;
export const SOURCE_AFTER = 6;
export const CUE = 8;
export const CONTENT_BEFORE = 10;
export const CONTENT_AFTER = 12;
export const CONTENT_ALONE = 14;
export const LABELS = 16;

export type Role = 'source' | 'cue' | 'content';

/** The begin label of the pair that `label` belongs to; `label` itself for outside and gap. */
export const beginOf = (label: number): number => (isSpanLabel(label) ? label & ~1 : label);
const isInside = (label: number): boolean => isSpanLabel(label) && (label & 1) === 1;
export const isSpanLabel = (label: number): boolean => label >= SOURCE_BEFORE;

/** The role of a begin label. */
export function roleOf(begin: number): Role {
  if (begin < CUE) return 'source';
  return begin === CUE ? 'cue' : 'content';
}

/** Whether `to` may follow `from`: an inside label only follows its own pair. */
export function mayFollow(from: number, to: number): boolean {
  return !isInside(to) || beginOf(from) === beginOf(to);
}

/** A stretch of tokens `[first, last]` of one paragraph with the begin label of its kind. */
export interface TaggedSpan {
  readonly kind: number;
  readonly first: number;
  readonly last: number;
}

/** Reads the spans off a legal label sequence; `offset` is added to the token numbers. */
export function spansOf(labels: Uint8Array, offset: number): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  for (let i = 0; i < labels.length; i++) {
    const kind = labels[i] ?? OUTSIDE;
    if (!isSpanLabel(kind)) continue;
    const first = i;
    while (i + 1 < labels.length && labels[i + 1] === kind + 1) i++;
    spans.push({ kind: beginOf(kind), first: first + offset, last: i + offset });
  }
  return spans;
}
