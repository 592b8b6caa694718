import { CONTENT_AFTER, CUE, SOURCE_BEFORE, type TaggedSpan } from '../../tag/token-labels.ts';
import { timeEnd } from '../cut-circumstance.ts';
import { CUE_FROM, isMark, KIND } from '../../tag/word-traits.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { isVerb, kindAt, meet, type Reader, subjectEnd, traitsAt } from '../tokens.ts';

/** What somebody does before they speak is short. */
const LONGEST_BEAT = 16;
const SHORTEST_QUOTATION = 3;

/** The comma that ends a clause about who is named before it (", who had waited,"); the token before `at` where none begins. */
function clauseEnd({ paragraph }: Reader, at: number, last: number): number {
  if (kindAt(paragraph, at) !== KIND.comma || kindAt(paragraph, at + 1) !== KIND.relative) return at - 1;
  let end = at + 2;
  while (end < last && kindAt(paragraph, end) !== KIND.comma) end++;
  return end < last ? end : at - 1;
}

/** Who does something in the sentence of tokens `[first, last]`: a name or "he", then a verb; nothing is quoted there. */
function actorOf(
  reader: Reader,
  first: number,
  last: number,
): { source: TaggedSpan; cue: TaggedSpan } | null {
  const { paragraph, form } = reader;
  const end = subjectEnd(reader, first);
  const behind = clauseEnd(reader, end + 1, last);
  const isNamed = Array.from({ length: Math.max(0, end - first + 1) }, (_, k) => first + k).some(
    (i) => i > first && traitsAt(paragraph, i).capital,
  );
  if (end < 0 || behind + 1 >= last || !(isNamed || /^(?:he|she)$/i.test(form(first)))) return null;
  const verb = form(behind + 1).endsWith('ly') ? behind + 2 : behind + 1;
  // Behind a name a small word that is no noun in -s, no adverb: "tore", "rewrote".
  const { kind, capital } = traitsAt(paragraph, verb);
  if (last - behind + end - first >= LONGEST_BEAT || kindAt(paragraph, last) !== KIND.stop) return null;
  const isPast =
    kind === KIND.other && !capital && /(?:[a-z]{3})$/.test(form(verb)) && !/(?:ing|ly|s)$/.test(form(verb));
  if (!isVerb(reader, verb) && !isPast) return null;
  return {
    source: { kind: SOURCE_BEFORE, first, last: end },
    cue: { kind: CUE, first: verb, last: verb },
  };
}

/**
 * Gives a quotation of whole sentences that nobody has been found to say to who does something in the sentence before it:
 * `Jo Field shook her head. “Not in my house.”`
 */
export function readBeats(reader: Reader, found: readonly LinkedStatement[]): readonly LinkedStatement[] {
  const { paragraph, form } = reader;
  const { from, to, sentence, quotations } = paragraph;
  const added: LinkedStatement[] = [];
  const replaced = new Set<LinkedStatement>();
  for (const { open, close, closed } of quotations) {
    if (!closed || open === from || close - open <= SHORTEST_QUOTATION) continue;
    if (sentence[open - from] === sentence[open - 1 - from]) continue;
    if (kindAt(paragraph, close - 1) === KIND.comma) continue;
    // With a clause behind it the clause says who speaks.
    if (close + 1 < to && sentence[close + 1 - from] === sentence[close - from]) continue;
    let first = open - 1;
    while (first > from && sentence[first - 1 - from] === sentence[open - 1 - from]) first--;
    const beat = { first, last: open - 1 };
    if (quotations.some((other) => meet({ first: other.open, last: other.close }, beat))) continue;
    const near = { first, last: close };
    const there = found.filter(
      ({ cue, content }) => (cue && meet(cue, near)) || content.some((part) => meet(part, near)),
    );
    const isNobodys = ({ cue, source, content }: LinkedStatement): boolean => {
      // “Not in my house.” The clock struck: what happens then says nothing.
      const isDone =
        cue &&
        traitsAt(paragraph, cue.first).cue < CUE_FROM &&
        ![open, close].some((i) => sentence[cue.first - from] === sentence[i - from]);
      return (
        (isDone || (!cue && !source)) && content.every((part) => part.first >= open && part.last <= close)
      );
    };
    if (!there.every(isNobodys)) continue;
    // "Leaning on the bar, Jo Field grinned."
    const comma = Array.from({ length: open - 1 - first }, (_, k) => open - 2 - k).find(
      (i) => kindAt(paragraph, i) === KIND.comma,
    );
    // "On Tuesday clockmaker Jo Field climbed up."
    const time = timeEnd(reader, first);
    const actor =
      actorOf(reader, first, open - 1) ??
      (time < 0
        ? null
        : actorOf(reader, kindAt(paragraph, time + 1) === KIND.comma ? time + 2 : time + 1, open - 1)) ??
      (comma !== undefined && form(first).endsWith('ing') ? actorOf(reader, comma + 1, open - 1) : null);
    if (!actor) continue;
    added.push({ ...actor, content: [{ kind: CONTENT_AFTER, first: open, last: close }] });
    for (const one of there) replaced.add(one);
  }
  if (added.length === 0 || isMark(kindAt(paragraph, from))) return found;
  return [...found.filter((one) => !replaced.has(one)), ...added];
}
