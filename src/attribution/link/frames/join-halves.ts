import { CONTENT_AFTER, CONTENT_BEFORE, SOURCE_BEFORE, type TaggedSpan } from '../../tag/token-labels.ts';
import { isMark, KIND } from '../../tag/word-traits.ts';
import { timeEnd } from '../cut-circumstance.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { isVerb, kindAt, meet, type Reader } from '../tokens.ts';

/** Fewer words in front of who speaks are a connection ("still", "on Monday"), unless what is behind goes on with them. */
const SHORTEST_FRONT = 3;

/** A clause of saying that stands between two commas: from who speaks to its verb and when and where it was said. */
export interface Inserted {
  readonly first: number;
  readonly last: number;
}

/** The sentence of token `i`, without its stop. */
export function sentenceAt({ paragraph: { from, to, sentence, traits } }: Reader, i: number): Inserted {
  let first = i;
  while (first > from && sentence[first - 1 - from] === sentence[i - from]) first--;
  let last = i;
  while (last + 1 < to && sentence[last + 1 - from] === sentence[i - from]) last++;
  if (traits[last - from]?.kind === KIND.stop) last--;
  return { first, last };
}

/** "pointed out", "said then", "explained earlier": what may stand behind a verb of saying without a preposition. */
export const SMALL = /^(?:out|then|later|earlier|also|too|again|here|there|today|yesterday)$/;
/** "on Tuesday", "earlier in the committee hearing". */
export const LONGEST_CIRCUMSTANCE = 8;

/** The end of when and where behind token `i`, up to a comma; -1 where something else is said before one. */
export function insertedEnd(reader: Reader, i: number): number {
  const { paragraph, form } = reader;
  for (let k = i + 1; k <= i + 1 + LONGEST_CIRCUMSTANCE; k++) {
    const kind = kindAt(paragraph, k);
    if (kind === KIND.comma) return k - 1;
    const opens = kind === KIND.preposition || SMALL.test(form(k)) || timeEnd(reader, k) >= k;
    if (k === i + 1 && !opens) return -1;
    if (isMark(kind) || kind === KIND.auxiliary || kind === KIND.that || kind === KIND.to) return -1;
    // "in a statement" is a noun.
    const before = kindAt(paragraph, k - 1);
    if (kind === KIND.cue && before !== KIND.article && before !== KIND.preposition && before !== KIND.other)
      return -1;
  }
  return -1;
}

/** Whether token `i` goes on with a sentence that broke off before it: "…, he said, would close". */
export function goesOn(reader: Reader, i: number): boolean {
  const kind = kindAt(reader.paragraph, i);
  return kind === KIND.auxiliary || (isVerb(reader, i) && kind !== KIND.cue);
}

/** Whether words of a clause of its own begin with token `i`: "adding that", "who", "as the crowd left"; not "and would stay". */
export function turnsAway(reader: Reader, i: number): boolean {
  const kind = kindAt(reader.paragraph, i);
  if (kind === KIND.conjunction) return kindAt(reader.paragraph, i + 1) !== KIND.auxiliary;
  return isMark(kind) || kind === KIND.relative || /(?:ing|^as)$/.test(reader.form(i));
}

/**
 * `The tunnel, he said on Monday, would be shut`: a clause of saying between two commas, with what is said on both sides of
 * it, one of which was left out or read as part of who says it.
 */
export function joinHalves(reader: Reader, found: readonly LinkedStatement[]): readonly LinkedStatement[] {
  const { paragraph } = reader;
  /** Whether a quotation opens or closes it: then marks tell what is said. */
  const isQuoted = ({ first, last }: Inserted): boolean =>
    paragraph.quotations.some(
      ({ open, close }) => (open <= first && first <= close) || (open <= last && last <= close),
    );
  return found.map((statement) => {
    const { cue, content } = statement;
    if (!cue || !statement.source || content.length !== 1) return statement;
    const sentence = sentenceAt(reader, cue.first);
    let source = statement.source;
    // "Climate change, Mr. Vale often says, is": the comma parts what is said from who says it.
    if (source.first === sentence.first && source.last < cue.first) {
      let comma = source.last;
      while (comma > source.first && kindAt(paragraph, comma) !== KIND.comma) comma--;
      if (comma > source.first && comma < source.last) source = { ...source, first: comma + 1 };
    }
    const first = Math.min(source.first, cue.first);
    const end = Math.max(source.last, cue.last);
    if (first === sentence.first || kindAt(paragraph, first - 1) !== KIND.comma) return statement;
    const last = insertedEnd(reader, end);
    if (last < 0 || last + 2 > sentence.last) return statement;
    const front = { kind: CONTENT_BEFORE, first: sentence.first, last: first - 2 };
    const rest = { kind: CONTENT_AFTER, first: last + 2, last: sentence.last };
    const [part] = content;
    if (!part || isQuoted(front) || isQuoted(part)) return statement;
    const others = found.filter((other) => other !== statement);
    const isFree = (half: TaggedSpan): boolean =>
      !others.some(
        (other) =>
          (other.cue && meet(other.cue, half)) ||
          (other.source && meet(other.source, half)) ||
          other.content.some((one) => meet(one, half)),
      );
    if (part.first > end) {
      const whole = goesOn(reader, rest.first) || front.last - front.first + 1 >= SHORTEST_FRONT;
      if (!whole || !isFree(front)) return statement;
      return {
        ...statement,
        source: { ...source, kind: SOURCE_BEFORE },
        content: [front, { ...part, first: rest.first }],
      };
    }
    if (part.last > first || turnsAway(reader, rest.first) || isQuoted(rest) || !isFree(rest))
      return statement;
    return { ...statement, source, content: [part, rest] };
  });
}
