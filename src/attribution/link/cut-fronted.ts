import { type TaggedSpan } from '../tag/token-labels.ts';
import { KIND } from '../tag/word-traits.ts';
import { type LinkedStatement } from './link-spans.ts';
import { kindAt, type Reader } from './tokens.ts';

/**
 * `As a phone rang, the guard said, “Stay.”`, `In his book, Vale said: “Stay.”`: when and where it was said, in front of who
 * says it, is no part of what is said where a quotation is.
 */
export function cutFronted(reader: Reader, found: readonly LinkedStatement[]): readonly LinkedStatement[] {
  const { paragraph } = reader;
  const { from, sentence, quotations } = paragraph;
  const opensQuotation = ({ first }: TaggedSpan): boolean => quotations.some(({ open }) => open === first);
  const isQuoted = (part: TaggedSpan): boolean =>
    quotations.some(({ open, close }) => open <= part.last && part.first <= close);
  return found.map((statement) => {
    const { cue, source, content } = statement;
    const [front, ...others] = content;
    if (!cue || !source || !front || front.last >= Math.min(cue.first, source.first) || isQuoted(front))
      return statement;
    const opens = front.first === from || sentence[front.first - from] !== sentence[front.first - 1 - from];
    const kind = kindAt(paragraph, front.first);
    const isSetting =
      kind === KIND.preposition || kind === KIND.conjunction || reader.form(front.first) === 'As';
    if (!opens || !isSetting || sentence[front.first - from] !== sentence[cue.first - from]) return statement;
    return others.length > 0 && others.every((part) => part.first > cue.last && opensQuotation(part))
      ? { ...statement, content: others }
      : statement;
  });
}
