import { type LinkedStatement } from '../link-spans.ts';
import { type Reader } from '../tokens.ts';

/** What opens a clause that stands for whatever somebody says: "what", "everything". */
const OPENER = /^(?:what|whatever|everything|anything|nothing|all)$/i;
/** "All three said it was late": who speaks, unless the copula is next. */
const OF_MANY = /^all$/i;
/** What the sentence goes on with about it. */
const FINITE =
  /^(?:is|isn|was|wasn|were|are|has|had|have|will|would|can|cannot|could|may|might|must|should|does|did|makes?|made|seems?|seemed|remains?|remained|means?|meant|turned|matters?|[a-z]{3,}(?:es|ed))$/;
const COPULA = /^(?:is|was)$/;
/** Behind the copula these open what was said itself: "What she said was that …". */
const OPENS_CONTENT = /^(?:that|to|[:,“"«])$/;
/** Words that the source may have behind the opener: "what the Deputy Secretary of State said". */
const MOST_BEFORE = 6;
/** Words between the cue and the verb of the sentence: "What she said about fish on Monday is …". */
const MOST_BEHIND = 8;

/**
 * `Everything Vale says is a lie`, `What Vale said was wrong`: a clause that stands for words without having them; the
 * sentence about it is the writer's. `What Vale said was that the gate is shut` has them behind the copula.
 */
export function readFreeRelatives(
  { paragraph, form }: Reader,
  found: readonly LinkedStatement[],
): readonly LinkedStatement[] {
  const { from, sentence } = paragraph;
  const sentenceOf = (i: number): number | undefined => sentence[i - from];
  /** Where the sentence opens such a clause that ends in the cue; -1 where it does not. */
  const openerOf = ({ cue, source }: LinkedStatement): number => {
    if (!cue || !source || source.last >= cue.first) return -1;
    let first = source.first;
    while (first > from && sentenceOf(first - 1) === sentenceOf(cue.first)) first--;
    if (sentenceOf(first) !== sentenceOf(cue.first) || cue.first - first > MOST_BEFORE) return -1;
    // "All of which, Vale said, would help": hers.
    const hasComma = Array.from({ length: cue.first - first }, (_, k) => form(first + k)).includes(',');
    if (hasComma) return -1;
    const isOpen = (i: number): boolean => OPENER.test(form(i)) && i <= source.first;
    return isOpen(first)
      ? first
      : /^(?:but|and|yet)$/i.test(form(first)) && isOpen(first + 1)
        ? first + 1
        : -1;
  };
  return found.flatMap((statement): LinkedStatement[] => {
    const { cue, content } = statement;
    const opener = openerOf(statement);
    if (opener < 0 || !cue) return [statement];
    // What is said in the same sentence before or far behind is somebody's all the same.
    const behind = content.filter((part) => part.first > cue.last);
    let verb = cue.last + 1;
    while (verb <= cue.last + MOST_BEHIND && !FINITE.test(form(verb)) && form(verb) !== ',') verb++;
    if (sentenceOf(verb) !== sentenceOf(cue.first) || !FINITE.test(form(verb))) return [statement];
    if (OF_MANY.test(form(opener)) && !(verb === cue.last + 1 && COPULA.test(form(verb)))) return [statement];
    const isClause = COPULA.test(form(verb)) && OPENS_CONTENT.test(form(verb + 1));
    const kept = isClause
      ? behind.flatMap((part) =>
          part.last > verb ? [{ ...part, first: Math.max(part.first, verb + 1) }] : [],
        )
      : [];
    return kept.length > 0 ? [{ ...statement, content: kept }] : [];
  });
}
