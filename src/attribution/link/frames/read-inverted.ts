import { CONTENT_BEFORE, CUE, SOURCE_AFTER, type TaggedSpan } from '../../tag/token-labels.ts';
import { CUE_FROM, isMark, KIND } from '../../tag/word-traits.ts';
import { timeEnd } from '../cut-circumstance.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { isVerb, kindAt, meet, type Reader, traitsAt } from '../tokens.ts';

/** Longer groups of words behind a verb of saying are what is said. */
const LONGEST_SOURCE = 14;
const SHORTEST_CONTENT = 3;

/** Verbs of saying that have a clause for what is said, hardly ever a thing. */
const CLAUSAL =
  /^(?:sa(?:ys|id)|(?:warn|add|insist|argu|explain|claim|declar|admit|predict|complain|conclud|announc|suggest|stress|reckon)(?:s|es|ed|ted)|not(?:es|ed)|vow(?:s|ed)|promis(?:es|ed))$/;

/** Who is named from token `first` to the end of the sentence: no clause, no quotation; null where something is said there. */
function sourceBehind(reader: Reader, first: number, last: number): TaggedSpan | null {
  const { paragraph, form } = reader;
  let end = first - 1;
  for (let i = first; i <= last; i++) {
    const kind = kindAt(paragraph, i);
    // "on Friday"
    if (
      i > first &&
      (timeEnd(reader, i) === last || (kind === KIND.preposition && timeEnd(reader, i + 1) === last))
    )
      break;
    if (kind === KIND.auxiliary || kind === KIND.that || kind === KIND.to || kind === KIND.relative)
      return null;
    if (kind === KIND.pronoun && i > first) return null;
    if (isMark(kind) && kind !== KIND.comma && kind !== KIND.dash && !/^['’]$/.test(form(i))) return null;
    if (
      i > first &&
      traitsAt(paragraph, i).cue >= CUE_FROM &&
      isVerb(reader, i) &&
      /(?:ed|s|id)$/.test(form(i))
    )
      return null;
    end = i;
  }
  const opens = kindAt(paragraph, first);
  const named =
    opens === KIND.article ||
    opens === KIND.pronoun ||
    opens === KIND.name ||
    opens === KIND.other ||
    opens === KIND.number;
  return named && end >= first && end - first < LONGEST_SOURCE
    ? { kind: SOURCE_AFTER, first, last: end }
    : null;
}

/**
 * `The loan is frozen, said one person with knowledge of it.`: a clause, a comma, a verb of saying and then nothing but who
 * says it; not the other way round.
 */
export function readInverted(reader: Reader, found: readonly LinkedStatement[]): readonly LinkedStatement[] {
  const { paragraph, form } = reader;
  const { from, to, sentence, quotations } = paragraph;
  return found.map((statement) => {
    const { cue, content } = statement;
    const said = content.find((part) => cue && part.first === cue.last + 1);
    if (!cue || cue.first !== cue.last || !said || !CLAUSAL.test(form(cue.first))) return statement;
    if (kindAt(paragraph, cue.first - 1) !== KIND.comma) return statement;
    let first = cue.first;
    while (first > from && sentence[first - 1 - from] === sentence[cue.first - from]) first--;
    let last = cue.last;
    while (last + 1 < to && sentence[last + 1 - from] === sentence[cue.first - from]) last++;
    if (kindAt(paragraph, last) === KIND.stop) last--;
    const clause = { kind: CONTENT_BEFORE, first, last: cue.first - 2 };
    // "The envoy, speaking in Oslo, said": a second comma sets off what is told of who speaks.
    for (let i = clause.first; i <= clause.last; i++)
      if (kindAt(paragraph, i) === KIND.comma) return statement;
    if (said.last < last || clause.last - first + 1 < SHORTEST_CONTENT) return statement;
    if (quotations.some(({ open, close }) => meet(clause, { first: open, last: close }))) return statement;
    const source = sourceBehind(reader, cue.last + 1, last);
    return source ? { cue: { ...cue, kind: CUE }, source, content: [clause] } : statement;
  });
}
