import { type TaggedSpan } from '../tag/token-labels.ts';
import { type LinkedStatement } from './link-spans.ts';
import { CUE_FROM, KIND } from '../tag/word-traits.ts';
import { kindAt, meet, type Reader, traitsAt } from './tokens.ts';

/** What the reporter's words give of somebody's ends with the sentence of its cue; only quotations go on, to their closing mark. */
export function cutSentences(
  { paragraph }: Reader,
  found: readonly LinkedStatement[],
): readonly LinkedStatement[] {
  const { from, sentence, quotations } = paragraph;
  const quotedIn = (part: TaggedSpan) =>
    quotations.filter(({ open, close }) => meet(part, { first: open, last: close }));
  /** “Every word of it.” The hall fell silent: without what is another sentence's; null where it is not one quotation and more. */
  const cutBehind = (part: TaggedSpan): TaggedSpan | null => {
    const [only, ...others] = quotedIn(part);
    if (!only?.closed || others.length > 0 || only.open !== part.first || only.close >= part.last)
      return null;
    const isApart = sentence[only.close + 1 - from] !== sentence[only.close - from];
    return isApart ? { ...part, last: only.close } : part;
  };
  const cut = (part: TaggedSpan, isSaid: boolean): TaggedSpan => {
    const own = sentence[part.first - from];
    if (sentence[part.last - from] === own) return part;
    const behind = cutBehind(part);
    if (behind) return behind;
    const quoted = quotedIn(part);
    const [only] = quoted;
    // Jo Field threw down her cap. “That is enough.”
    const isNext =
      only && only.open > part.first && sentence[only.open - from] !== sentence[only.open - 1 - from];
    if (isNext && !isSaid && quoted.length === 1)
      return { ...part, first: only.open, last: Math.min(part.last, only.close) };
    if (quoted.length > 0) return part;
    let last = part.first;
    while (sentence[last + 1 - from] === own) last++;
    return { ...part, last };
  };
  const isQuoted = (part: TaggedSpan): boolean => quotedIn(part).length > 0;
  /** A quotation of its own in a sentence behind the cue's. */
  const isBehind = (part: TaggedSpan, cue: TaggedSpan): boolean =>
    sentence[part.first - from] !== sentence[cue.first - from] &&
    sentence[part.first - from] !== sentence[part.first - 1 - from] &&
    quotations.some(({ open }) => open === part.first);
  /** “And they wave!” Behind him Jo Field shouted: “Go!”: a colon points ahead, and what stood before is who spoke before's. */
  const splitAhead = (statement: LinkedStatement): LinkedStatement[] => {
    const { cue, source, content } = statement;
    if (!cue) return [statement];
    const opens = Math.min(cue.first, source?.first ?? cue.first);
    const end = Math.max(cue.last, source?.last ?? cue.last);
    const isEarlier = (part: TaggedSpan): boolean =>
      part.last < opens && sentence[part.last - from] !== sentence[opens - from];
    const [earlier, own] = [content.filter(isEarlier), content.filter((part) => !isEarlier(part))];
    if (
      earlier.length === 0 ||
      own.length === 0 ||
      ![end, end + 1].some((i) => kindAt(paragraph, i) === KIND.colon)
    )
      return [statement];
    return [
      ...earlier.map((part) => ({ cue: null, source: null, content: [part] })),
      { ...statement, content: own },
    ];
  };
  return found.flatMap(splitAhead).map((statement) => {
    const { cue } = statement;
    // What somebody does before they speak is no part of what they say.
    const isDone = cue && traitsAt(paragraph, cue.first).cue < CUE_FROM;
    const goesOn = isDone && statement.content.some((part) => isBehind(part, cue));
    const content = goesOn ? statement.content.filter(isQuoted) : statement.content;
    return cue
      ? {
          ...statement,
          content: content.map((part) =>
            sentence[cue.first - from] === sentence[part.first - from]
              ? cut(part, traitsAt(paragraph, cue.first).cue >= CUE_FROM)
              : (cutBehind(part) ?? part),
          ),
        }
      : { ...statement, content: content.map((part) => cutBehind(part) ?? part) };
  });
}
