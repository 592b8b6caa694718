import { circumstanceEnd } from '../cut-circumstance.ts';
import { CONTENT_AFTER, CONTENT_BEFORE, CUE, SOURCE_BEFORE } from '../../tag/token-labels.ts';
import { isMark, KIND, MAYBE_CUE_FROM } from '../../tag/word-traits.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { isVerb, kindAt, meet, type Reader, traitsAt } from '../tokens.ts';

/** So far before "as saying" stands who quotes. */
const REACH = 12;

const SHORTEST_FRONT = 3;

/** What stands in front of the clause of token `verb`, up to its comma; null where there is none. */
function frontOf({ paragraph }: Reader, verb: number): { first: number; last: number } | null {
  const { from, sentence } = paragraph;
  let first = verb;
  let comma = -1;
  while (first > from && sentence[first - 1 - from] === sentence[verb - from]) {
    first--;
    if (comma < 0 && kindAt(paragraph, first) === KIND.comma) comma = first;
  }
  return comma - first >= SHORTEST_FRONT ? { first, last: comma - 1 } : null;
}

/** "quoted X as saying", "X was cited by Y as saying": X speaks, not who quotes. */
export function readAsSaying(reader: Reader, found: readonly LinkedStatement[]): readonly LinkedStatement[] {
  const { paragraph, form } = reader;
  const { from, to, sentence, quotations } = paragraph;
  /** A verb by its ending: "the local radio" is none, however often it says something. */
  const isQuoting = (i: number): boolean =>
    traitsAt(paragraph, i).cue >= MAYBE_CUE_FROM && /(?:ed|s|ing|d|n)$/.test(form(i));
  let statements = found;
  for (let as = from + 2; as + 2 < to; as++) {
    if (form(as) !== 'as') continue;
    const has = form(as + 1) === 'having';
    const says = has ? as + 2 : as + 1;
    if (
      !(has ? /(?:ed|aid|old|oke)$/ : /ing$/).test(form(says)) ||
      traitsAt(paragraph, says).cue < MAYBE_CUE_FROM
    )
      continue;
    let verb = as;
    const near = (i: number): boolean =>
      i >= from && as - i <= REACH && sentence[i - from] === sentence[as - from];
    for (let i = as - 1; near(i); i--)
      if (
        isVerb(reader, i) &&
        isQuoting(i) &&
        (verb === as || traitsAt(paragraph, i).cue > traitsAt(paragraph, verb).cue)
      )
        verb = i;
    if (verb === as) continue;
    const passive = kindAt(paragraph, verb - 1) === KIND.auxiliary;
    let first = passive ? verb - 1 : verb + 1;
    let last = passive ? verb - 2 : as - 1;
    if (passive) {
      while (kindAt(paragraph, last) === KIND.auxiliary) last--;
      first = last;
      while (near(first - 1) && !isMark(kindAt(paragraph, first - 1))) first--;
    }
    if (first > last || last < from) continue;
    const whole = { first: Math.min(first, verb), last: says };
    const theirs = statements.filter(
      ({ cue, content }) => (cue && meet(cue, whole)) || content.some((part) => meet(part, whole)),
    );
    let ends = says;
    while (ends + 1 < to && sentence[ends + 1 - from] === sentence[as - from]) ends++;
    if (kindAt(paragraph, ends) === KIND.stop) ends--;
    // "The port will close, the agency quoted X as saying on Monday"
    const front = circumstanceEnd(reader, says) >= ends ? frontOf(reader, verb) : null;
    let end = front ? -1 : Math.max(-1, ...theirs.flatMap(({ content }) => content.map((part) => part.last)));
    const quotation = quotations.find(({ open }) => open > says && open <= says + 2);
    if (end <= says && !front) end = ends;
    if (quotation) end = Math.min(end, Math.max(quotation.close, says + 1));
    if (end <= says) {
      // "“…,” the agency quoted X as saying."
      const ahead = theirs.filter(({ content }) => content.some((part) => part.last < whole.first));
      if (ahead.length === 0 && front)
        statements = [
          ...statements.filter((statement) => !theirs.includes(statement)),
          {
            cue: { kind: CUE, first: as, last: says },
            source: { kind: SOURCE_BEFORE, first, last },
            content: [{ kind: CONTENT_BEFORE, ...front }],
          },
        ];
      statements = statements.map((statement) =>
        ahead.includes(statement)
          ? { ...statement, source: { kind: SOURCE_BEFORE, first, last } }
          : statement,
      );
      continue;
    }
    statements = [
      ...statements.filter((statement) => !theirs.includes(statement)),
      {
        cue: { kind: CUE, first: as, last: says },
        source: { kind: SOURCE_BEFORE, first, last },
        content: [{ kind: CONTENT_AFTER, first: says + 1, last: end }],
      },
    ];
  }
  return statements;
}
