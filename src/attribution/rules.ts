import {
  CONTENT_AFTER,
  CONTENT_ALONE,
  CONTENT_BEFORE,
  CUE,
  roleOf,
  SOURCE_AFTER,
  SOURCE_BEFORE,
  type TaggedSpan,
} from './labels.ts';
import { type LinkedStatement } from './linker.ts';
import { type Paragraph } from './paragraph.ts';
import { hashText, isMark, KIND } from './words.ts';

/** A name that signs a quotation, or starts a line of a transcript, has at most so many words. */
const LONGEST_SIGNATURE = 8;
const LONGEST_SPEAKER = 4;
const LONGEST_SOURCE = 14;

/** A paragraph of quotation has at least so many tokens; in single marks it may be a headline. */
const SHORTEST_QUOTATION = 5;
const SHORTEST_IN_SINGLE_MARKS = 20;
const DOUBLE_MARK = hashText('"');

/** Whether nothing but one quotation stands in the paragraph. */
function isOneQuotation({ from, to, traits, quotations }: Paragraph): boolean {
  const [quotation] = quotations;
  const least = traits[0]?.word === DOUBLE_MARK ? SHORTEST_QUOTATION : SHORTEST_IN_SINGLE_MARKS;
  return (
    quotation !== undefined && quotation.open === from && quotation.close === to - 1 && to - from >= least
  );
}

/** `"We must go on." — Jane Doe`: a quotation signed by a name. */
function signedQuotation({ from, to, traits, quotations }: Paragraph): TaggedSpan[] | null {
  const quotation = quotations.at(-1);
  if (!quotation?.closed || quotations[0]?.open !== from) return null;
  let dash = quotation.close + 1;
  const first = dash;
  while (dash < to && traits[dash - from]?.kind === KIND.dash) dash++;
  const last = traits[to - 1 - from]?.kind === KIND.stop ? to - 2 : to - 1;
  if (dash === first || last < dash || last - dash >= LONGEST_SIGNATURE || !traits[dash - from]?.capital)
    return null;
  return [
    { kind: CONTENT_BEFORE, first: from, last: quotation.close },
    { kind: CUE, first, last: dash - 1 },
    { kind: SOURCE_AFTER, first: dash, last },
  ];
}

/** `BLITZER: Are you sure?`: a line of a transcript, its speaker in capitals. */
function transcriptLine({ from, to, traits }: Paragraph): TaggedSpan[] | null {
  const first = traits[0]?.kind === KIND.mark ? from + 1 : from;
  let colon = first;
  while (colon < to && colon - first <= LONGEST_SPEAKER && traits[colon - from]?.capitals) colon++;
  if (colon === first || colon + 1 >= to || traits[colon - from]?.kind !== KIND.colon) return null;
  return [
    { kind: SOURCE_BEFORE, first, last: colon - 1 },
    { kind: CUE, first: colon, last: colon },
    { kind: CONTENT_AFTER, first: colon + 1, last: to - 1 },
  ];
}

const ACCORDING = hashText('according');
const TO = hashText('to');

/** "According to X": X is the source, a pronoun or all up to the next mark, also where the tagger saw none there. */
function sourceOfAccording({ from, to, traits }: Paragraph, cue: TaggedSpan): TaggedSpan | null {
  const at = (i: number) => traits[i - from];
  if (at(cue.first)?.word !== ACCORDING || at(cue.last)?.word !== TO || cue.last + 1 >= to) return null;
  const first = cue.last + 1;
  if (at(first)?.kind === KIND.pronoun) return { kind: SOURCE_AFTER, first, last: first };
  let end = first;
  while (end < to && end - first < LONGEST_SOURCE && !isMark(at(end)?.kind ?? KIND.stop)) end++;
  return end > first && end < to && isMark(at(end)?.kind ?? KIND.other)
    ? { kind: SOURCE_AFTER, first, last: end - 1 }
    : null;
}

/** Gives every "according to" its source; what else was tagged on those words, and on the comma behind them, goes. */
function sourcesOfAccording(paragraph: Paragraph, spans: readonly TaggedSpan[]): readonly TaggedSpan[] {
  const all: TaggedSpan[] = [];
  /** Tokens up to here are taken by the source just given. */
  let taken = -1;
  for (const [k, span] of spans.entries()) {
    if (span.last <= taken) continue;
    all.push(span.first <= taken ? { ...span, first: taken + 1 } : span);
    const source = span.kind === CUE ? sourceOfAccording(paragraph, span) : null;
    const next = spans[k + 1];
    const tagged = next && roleOf(next.kind) === 'source' && next.first === span.last + 1 ? next : null;
    if (!source || (tagged && tagged.last <= source.last)) continue;
    all.push(source);
    const comma = paragraph.traits[source.last + 1 - paragraph.from]?.kind === KIND.comma ? 1 : 0;
    taken = Math.max(source.last + comma, tagged?.last ?? 0);
  }
  return all;
}

/** A content that begins or ends at the edge of a quotation takes its marks along, and the stop before the closing one. */
function withMarks(
  { from, traits, quotations }: Paragraph,
  spans: readonly TaggedSpan[],
): readonly TaggedSpan[] {
  let next = 0;
  return spans.map((span, i) => {
    if (roleOf(span.kind) !== 'content') return span;
    while ((quotations[next]?.close ?? Infinity) < span.first) next++;
    const first =
      quotations[next]?.open === span.first - 1 && spans[i - 1]?.last !== span.first - 1
        ? span.first - 1
        : span.first;
    while ((quotations[next]?.close ?? Infinity) <= span.last) next++;
    const quotation = quotations[next];
    if (!quotation || quotation.open > span.last) return { ...span, first };
    let last = span.last;
    while (last < quotation.close && isMark(traits[last + 1 - from]?.kind ?? KIND.other)) last++;
    const free = last === quotation.close && last < (spans[i + 1]?.first ?? Infinity);
    return { ...span, first, last: free ? last : span.last };
  });
}

/** The spans of a paragraph whose form alone says who speaks, in place of the tagger's. */
export function applyForms(paragraph: Paragraph, spans: readonly TaggedSpan[]): readonly TaggedSpan[] {
  const formed = signedQuotation(paragraph) ?? transcriptLine(paragraph);
  if (formed) return formed;
  if (isOneQuotation(paragraph) && spans.some(({ kind }) => roleOf(kind) === 'content')) {
    return [{ kind: CONTENT_ALONE, first: paragraph.from, last: paragraph.to - 1 }];
  }
  return withMarks(paragraph, sourcesOfAccording(paragraph, spans));
}

const endOf = ({ cue, content }: LinkedStatement): number =>
  Math.max(cue?.last ?? -1, content.at(-1)?.last ?? -1);

/** The statement of the paragraph that the next one may go on with: the last, when its cue is known. */
function lastOf(statements: readonly LinkedStatement[]): LinkedStatement | null {
  let last: LinkedStatement | null = null;
  for (const statement of statements) if (!last || endOf(statement) > endOf(last)) last = statement;
  return last?.cue ? last : null;
}

/** Whether the statement waits for its words ("He said:"), or ends with a quotation that may run on. */
function runsOn({ from, quotations }: Paragraph, { content }: LinkedStatement): boolean {
  const last = content.at(-1)?.last ?? -1;
  return (
    content.length === 0 ||
    last < from ||
    quotations.some(({ open, close }) => open <= last && last <= close + 1)
  );
}

/** A short paragraph in single marks. */
function isHeadline(paragraph: Paragraph): boolean {
  return (
    paragraph.traits[0]?.kind === KIND.mark &&
    paragraph.traits[0].word !== DOUBLE_MARK &&
    paragraph.to - paragraph.from < SHORTEST_IN_SINGLE_MARKS
  );
}

/**
 * Gives paragraphs of quotation without a cue of their own to who spoke last in the paragraph before: as more of the same
 * statement where a quotation runs on or was announced, else as a statement of the same speaker. Changes nothing else.
 */
export function carrySpeakers(
  paragraphs: readonly Paragraph[],
  found: readonly (readonly LinkedStatement[])[],
): LinkedStatement[] {
  const all: LinkedStatement[] = [];
  let before = null as { paragraph: Paragraph; statement: LinkedStatement } | null;
  for (const [i, paragraph] of paragraphs.entries()) {
    const own = [...(found[i] ?? [])];
    if (
      own.length === 0 &&
      before &&
      isOneQuotation(paragraph) &&
      runsOn(before.paragraph, before.statement)
    ) {
      own.push({
        cue: null,
        source: null,
        content: [{ kind: CONTENT_ALONE, first: paragraph.from, last: paragraph.to - 1 }],
      });
    }
    let carried: LinkedStatement | null = null;
    for (const statement of own) {
      const quoted = paragraph.quotations.some(({ open, close }) =>
        statement.content.some(({ first, last }) => first <= close && open <= last),
      );
      if (statement.cue || !before || !quoted || isHeadline(paragraph)) all.push(statement);
      else if (runsOn(before.paragraph, before.statement)) {
        before.statement.content.push(...statement.content);
        carried = before.statement;
      } else {
        carried = { ...before.statement, content: statement.content };
        all.push(carried);
      }
    }
    const statement: LinkedStatement | null = lastOf(own) ?? carried;
    before = statement && { paragraph, statement };
  }
  return all.filter(({ content }) => content.length > 0);
}
