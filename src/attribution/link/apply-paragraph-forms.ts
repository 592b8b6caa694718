import {
  CONTENT_AFTER,
  CONTENT_ALONE,
  CONTENT_BEFORE,
  CUE,
  roleOf,
  SOURCE_AFTER,
  SOURCE_BEFORE,
  type TaggedSpan,
} from '../tag/token-labels.ts';
import { isOneQuotation } from './is-quotation.ts';
import { type Paragraph } from '../tag/read-paragraphs.ts';
import { hashText, isMark, KIND } from '../tag/word-traits.ts';

/** A name that signs a quotation, or starts a line of a transcript, has at most so many words. */
const LONGEST_SIGNATURE = 8;
const LONGEST_SPEAKER = 4;
const LONGEST_SOURCE = 14;

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

const words = (list: string): ReadonlySet<number> => new Set(list.split(' ').map(hashText));
/** Verbs whose first object is who hears it, which is no part of what is said. */
const TELLS = words(
  'tell tells told telling remind reminds reminded reminding inform informs informed informing assured',
);
const SUBJECTS = words('he she they it we i');
/** Longer names of who is told are rare, and a "that" behind them belongs elsewhere. */
const LONGEST_ADDRESSEE = 8;

/** "told the crowd that …": cuts who is told from the content; nothing changes where no word opens what is said. */
function withoutAddressee(
  { from, traits, quotations }: Paragraph,
  spans: readonly TaggedSpan[],
): readonly TaggedSpan[] {
  const at = (i: number) => traits[i - from];
  const opens = (i: number): boolean =>
    at(i)?.kind === KIND.that ||
    SUBJECTS.has(at(i)?.word ?? 0) ||
    (at(i)?.kind === KIND.mark && quotations.some(({ open }) => open === i));
  return spans.map((span, k) => {
    const cue = spans[k - 1];
    if (span.kind !== CONTENT_AFTER || cue?.kind !== CUE || cue.last !== span.first - 1) return span;
    if (!TELLS.has(at(cue.last)?.word ?? 0)) return span;
    const end = Math.min(span.first + LONGEST_ADDRESSEE, span.last);
    for (let i = span.first; i < end; i++) {
      if (opens(i)) return { ...span, first: i };
      if (isMark(at(i)?.kind ?? KIND.other)) return span;
    }
    return span;
  });
}

/** The spans of a paragraph whose form alone says who speaks, in place of the tagger's. */
export function applyForms(paragraph: Paragraph, spans: readonly TaggedSpan[]): readonly TaggedSpan[] {
  const formed = signedQuotation(paragraph) ?? transcriptLine(paragraph);
  if (formed) return formed;
  if (isOneQuotation(paragraph) && spans.some(({ kind }) => roleOf(kind) === 'content')) {
    return [{ kind: CONTENT_ALONE, first: paragraph.from, last: paragraph.to - 1 }];
  }
  return withMarks(paragraph, withoutAddressee(paragraph, sourcesOfAccording(paragraph, spans)));
}
