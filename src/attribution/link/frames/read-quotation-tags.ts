import { CONTENT_BEFORE, CUE, SOURCE_AFTER, type TaggedSpan } from '../../tag/token-labels.ts';
import { CUE_FROM, isMark, KIND } from '../../tag/word-traits.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { isVerb, kindAt, meet, type Reader, subjectEnd, traitsAt } from '../tokens.ts';

/** Who speaks, by what is said beside a quotation. */
interface Tag {
  readonly cue: TaggedSpan;
  readonly source: TaggedSpan;
}

const cueOf = (at: number): TaggedSpan => ({ kind: CUE, first: at, last: at });

/** More words describe nobody who speaks. */
const MOST_DESCRIBING = 10;
const DESCRIBING = new Set<number>([
  KIND.other,
  KIND.name,
  KIND.article,
  KIND.preposition,
  KIND.clitic,
  KIND.number,
  KIND.maybeCue,
]);

/**
 * The last token of who is described from token `first` on, with the name behind a comma: "her travelling companion, Jo Field",
 * "counsel for the families, Jo Field"; without one all up to the stop, "the former housing manager". -1 where it is neither.
 */
function describedEnd({ paragraph, form }: Reader, first: number): number {
  const isPart = (i: number): boolean =>
    DESCRIBING.has(kindAt(paragraph, i)) || (/^['’]$/.test(form(i)) && form(i - 1).endsWith('s'));
  let last = first - 1;
  while (last - first < MOST_DESCRIBING && isPart(last + 1)) last++;
  if (last < first) return -1;
  const mark = kindAt(paragraph, last + 1);
  if (mark === KIND.stop) return kindAt(paragraph, first) === KIND.article ? last : -1;
  if (mark !== KIND.comma || !traitsAt(paragraph, last + 2).capital) return -1;
  const name = subjectEnd({ paragraph, form }, last + 2);
  const behind = kindAt(paragraph, name + 1);
  return name > 0 && (behind === KIND.comma || behind === KIND.stop) ? name : -1;
}

/** `said gardener Jo Field`, `she sighed`, `Jo Field exclaimed.` from token `i` on. */
function tagAt(reader: Reader, i: number, sure: boolean): Tag | null {
  const { paragraph, form } = reader;
  if (isVerb(reader, i)) {
    const named = subjectEnd(reader, i + 1);
    const last = traitsAt(paragraph, named).capital ? named : Math.max(named, describedEnd(reader, i + 1));
    return last < 0 ? null : { cue: cueOf(i), source: { kind: SOURCE_AFTER, first: i + 1, last } };
  }
  const last = subjectEnd(reader, i);
  if (last < 0) return null;
  const verb = form(last + 1).endsWith('ly') ? last + 2 : last + 1;
  if (!isVerb(reader, verb)) return null;
  // Behind "?" another sentence may begin: only a verb of saying, or nothing but the verb, makes it a tag.
  const short = isMark(kindAt(paragraph, verb + 1)) || verb + 1 >= paragraph.to;
  if (!sure && !short && traitsAt(paragraph, verb).cue < CUE_FROM) return null;
  return { cue: cueOf(verb), source: { kind: SOURCE_AFTER, first: i, last } };
}

/** What is left of a content when tokens `[first, last]` are taken out. */
function without(part: TaggedSpan, first: number, last: number): TaggedSpan[] {
  return [
    { ...part, last: Math.min(part.last, first - 1) },
    { ...part, first: Math.max(part.first, last + 1) },
  ].filter((rest) => rest.first <= rest.last);
}

/**
 * Gives a quotation that opens a sentence to whom the clause behind it names, whatever its verb is. A quotation that ends
 * with a comma has such a clause; one that ends with "?" or "!" may have one; one that ends with a stop has none.
 */
export function readQuotationTags(
  reader: Reader,
  found: readonly LinkedStatement[],
): readonly LinkedStatement[] {
  const { paragraph, form } = reader;
  const { from, sentence, quotations } = paragraph;
  /** Whether a stop stands first, or a comma before the rest of the quotation. */
  const opensBehind = ({ first }: TaggedSpan): boolean =>
    kindAt(paragraph, first) === KIND.stop ||
    (kindAt(paragraph, first) === KIND.comma && quotations.some(({ open }) => open === first + 1));
  /** `The ban hits “those who can least pay,” the club went on`: all of it, where nobody else says a part of it. */
  function tellsAll(of: Reader, open: number, close: number): LinkedStatement | null {
    const tag = isVerb(of, close + 1) ? null : tagAt(of, close + 1, true);
    const end = tag ? Math.max(tag.cue.last, tag.source.last) : -1;
    if (!tag || traitsAt(paragraph, tag.cue.first).cue < CUE_FROM || kindAt(paragraph, end + 1) !== KIND.stop)
      return null;
    let first = open;
    while (first > from && sentence[first - 1 - from] === sentence[open - from]) first--;
    const front = { first, last: open - 1 };
    const isTold = found.some(
      ({ cue, source, content }) =>
        (source && meet(source, tag.source) && content.length > 0) ||
        (cue && meet(cue, front) && traitsAt(paragraph, cue.last).cue >= CUE_FROM) ||
        (content.length > 0 && content.every((part) => meet(part, front))),
    );
    return isTold ? null : { ...tag, content: [{ kind: CONTENT_BEFORE, first, last: close }] };
  }
  let statements = found;
  for (const { open, close, closed } of quotations) {
    if (!closed || close - open < 2) continue;
    // ""Marks may be doubled.""
    const lastInside = kindAt(paragraph, close - 1) === KIND.mark ? close - 2 : close - 1;
    if (open > from && sentence[open - from] === sentence[open - 1 - from]) {
      const whole = kindAt(paragraph, lastInside) === KIND.comma ? tellsAll(reader, open, close) : null;
      if (whole)
        statements = [
          ...statements.filter(
            ({ content }) => !content.some((part) => meet(part, { first: open, last: close })),
          ),
          whole,
        ];
      continue;
    }
    const comma = kindAt(paragraph, lastInside) === KIND.comma || kindAt(paragraph, close + 1) === KIND.comma;
    if (!comma && !/^[?!—–-]$/.test(form(lastInside))) {
      // “We go.” She waved: what she does is no part of what she says.
      statements = statements.map((statement) => {
        const { cue, content } = statement;
        const apart = cue && cue.first > close && sentence[cue.first - from] !== sentence[close - from];
        if (!apart || traitsAt(paragraph, cue.first).cue >= CUE_FROM) return statement;
        const quoted = content.filter((part) => meet(part, { first: open, last: close }));
        return quoted.length > 0 && quoted.length < content.length
          ? { ...statement, content: quoted }
          : statement;
      });
      continue;
    }
    const tag = tagAt(reader, kindAt(paragraph, close + 1) === KIND.comma ? close + 2 : close + 1, comma);
    if (!tag) continue;
    const said = Math.max(tag.cue.last, tag.source.last);
    // "she asked him."
    const isTold = kindAt(paragraph, said + 1) === KIND.pronoun && isMark(kindAt(paragraph, said + 2));
    const clause = { first: close + 1, last: isTold ? said + 1 : said };
    const quotation: TaggedSpan = { kind: CONTENT_BEFORE, first: open, last: close };
    const theirs = statements.filter(({ content }) => content.some((part) => meet(part, quotation)));
    const [only] = theirs;
    const known =
      theirs.length === 1 &&
      only?.source &&
      meet(only.source, tag.source) &&
      !meet(only.source, tag.cue) &&
      !only.content.some((part) => meet(part, clause));
    if (known) {
      // "the drivers" of "the drivers' general secretary, Jo Field"
      const isMore = only.source.first === tag.source.first && only.source.last < tag.source.last;
      if (isMore) statements = statements.map((one) => (one === only ? { ...one, source: tag.source } : one));
      continue;
    }
    const more: TaggedSpan[] = [];
    const kept = statements.flatMap((statement): LinkedStatement[] => {
      const content = statement.content.flatMap((part) =>
        without(part, open, clause.last).map((rest) =>
          opensBehind(rest) && rest.first < rest.last ? { ...rest, first: rest.first + 1 } : rest,
        ),
      );
      const tagged = [statement.cue, statement.source].some((part) => part && meet(part, clause));
      if (!tagged)
        return content.length > 0 || statement.content.length === 0 ? [{ ...statement, content }] : [];
      const next = quotations.find(({ open: other }) => other > close);
      more.push(...content.filter((part) => next && meet(part, { first: next.open, last: next.close })));
      return [];
    });
    statements = [...kept, { ...tag, content: [quotation, ...more] }];
  }
  return statements;
}
