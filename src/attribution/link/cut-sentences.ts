import { type TaggedSpan } from '../tag/token-labels.ts';
import { type LinkedStatement } from './link-spans.ts';
import { type Reader } from './reader.ts';

/** What the reporter's words give of somebody's ends with the sentence of its cue; only quotations go on, to their closing mark. */
export function cutSentences(
  { paragraph: { from, sentence, quotations } }: Reader,
  found: readonly LinkedStatement[],
): readonly LinkedStatement[] {
  const cut = (part: TaggedSpan): TaggedSpan => {
    const own = sentence[part.first - from];
    if (sentence[part.last - from] === own) return part;
    const quoted = quotations.filter(({ open, close }) => open <= part.last && part.first <= close);
    const [only] = quoted;
    // “Every word of it.” The hall fell silent.
    if (only?.closed && quoted.length === 1 && only.open === part.first && only.close < part.last)
      return sentence[only.close + 1 - from] === sentence[only.close - from]
        ? part
        : { ...part, last: only.close };
    if (quoted.length > 0) return part;
    let last = part.first;
    while (sentence[last + 1 - from] === own) last++;
    return { ...part, last };
  };
  return found.map((statement) => {
    const { cue, content } = statement;
    return cue
      ? {
          ...statement,
          content: content.map((part) =>
            sentence[cue.first - from] === sentence[part.first - from] ? cut(part) : part,
          ),
        }
      : statement;
  });
}
