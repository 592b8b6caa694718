import type { Sentence } from '../../domain/article.ts';
import { mergeSpans, textAt, trimSpan, type Span, indexAt, within } from '../../text/span.ts';
import type { RawStatement } from '../extract-spans.ts';
import {
  CIRCUMSTANCE,
  CUE_AND_VERB,
  GOES_ON,
  isSecondPredicate,
  LEADS_IN,
  PAPER_GOES_ON,
  PAPER_SAYS,
  SECOND_PREDICATE,
  SELF_REPORT,
  TAG_AT_END,
} from './sentence-forms.ts';

/** What the repairs read. */
export interface RepairContext {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Span[];
}

/** Longer sentences are lists or broken text; patterns are not tried on them. */
export const LONGEST_SENTENCE = 1200;

/** A paper's words follow its name so closely. */
const PAPER_CHARACTERS = 40;

/** The span of a named group of `match`, which was found in the text from `offset` on. */
export function groupSpan(text: string, match: RegExpExecArray, name: string, offset: number): Span[] {
  const range = match.indices?.groups?.[name];
  const span = range ? trimSpan(text, { start: offset + range[0], end: offset + range[1] }) : null;
  return span ? [span] : [];
}

/** Where the first of its spans begins. */
export const startOf = ({ content, source, cue }: RawStatement): number =>
  Math.min(...[content[0], source[0], cue[0]].map((span) => span?.start ?? Infinity));

/** Takes the closing tag out of a run-on quotation. */
export function withoutTag(text: string, raw: RawStatement): RawStatement {
  const last = raw.content.at(-1);
  if (!last) return raw;
  const from = Math.max(last.start, last.end - 120);
  const match = TAG_AT_END.exec(text.slice(from, last.end));
  if (!match) return raw;
  const end = from + match.index;
  const content = trimSpan(text, { start: last.start, end });
  if (!content) return raw;
  return {
    ...raw,
    content: [...raw.content.slice(0, -1), content],
    source: groupSpan(text, match, 'source', from),
    cue: groupSpan(text, match, 'cue', from),
  };
}

/** Cuts a second thing said off the first: both are the same speaker's. */
export function cutSecond({ text, quotations }: RepairContext, raw: RawStatement): RawStatement[] {
  const [span] = raw.content;
  if (!span || raw.content.length > 1 || raw.cue.length === 0 || span.end - span.start > LONGEST_SENTENCE)
    return [raw];
  const match = SECOND_PREDICATE.exec(textAt(text, span));
  if (!match || !isSecondPredicate(match.groups?.['cue'] ?? '')) return [raw];
  const cut = span.start + match.index;
  if (within(quotations, cut)) return [raw];
  const second = {
    ...raw,
    cue: groupSpan(text, match, 'cue', span.start),
    content: groupSpan(text, match, 'content', span.start),
  };
  return [{ ...raw, content: [{ start: span.start, end: cut }] }, second];
}

/** "she informed him that “…”": the quotation is what is said, the rest how. */
export function withoutSelfReport(text: string, raw: RawStatement): RawStatement {
  const [span] = raw.content;
  const match = span && raw.content.length === 1 ? SELF_REPORT.exec(textAt(text, span).slice(0, 120)) : null;
  if (!span || !match) return raw;
  return {
    ...raw,
    cue: [...raw.cue, ...groupSpan(text, match, 'cue', span.start)].toSorted((a, b) => a.start - b.start),
    content: [{ start: span.start + match[0].length, end: span.end }],
  };
}

/** Moves "to discuss" from "is ready to discuss", "giving" from "ruled out giving", to what follows. */
export function withVerb(text: string, raw: RawStatement): RawStatement {
  const [cue] = raw.cue;
  const [first, ...more] = raw.content;
  if (!cue || !first || first.start - cue.end > 1 || first.start < cue.end) return raw;
  const match = CUE_AND_VERB.exec(textAt(text, cue));
  const [moved] = match ? groupSpan(text, match, 'content', cue.start) : [];
  if (!moved) return raw;
  return {
    ...raw,
    cue: [{ start: cue.start, end: moved.start - 1 }],
    content: [{ start: moved.start, end: first.end }, ...more],
  };
}

/** Joins what a paper says to the statement about it that it stands in: "the accord, where it says that …, must go". */
export function joinPapers(text: string, raws: readonly RawStatement[]): RawStatement[] {
  const joined: RawStatement[] = [];
  let paper: Span | undefined;
  for (const raw of raws.toSorted((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))) {
    const outer = joined.at(-1);
    const [last] = raw.content.slice(-1);
    const end = outer?.content.at(-1)?.end ?? 0;
    const start = raw.cue.at(-1)?.end ?? 0;
    const between = start > end && start - end < PAPER_CHARACTERS ? text.slice(end, start) : '';
    const goesOn = paper !== undefined && paper.start === raw.source[0]?.start && PAPER_GOES_ON.test(between);
    if (outer?.content.length === 1 && outer.cue.length > 0 && last && (goesOn || PAPER_SAYS.test(between))) {
      joined[joined.length - 1] = {
        ...outer,
        content: [{ start: outer.content[0]?.start ?? end, end: last.end }],
      };
      [paper] = raw.source;
    } else {
      joined.push(raw);
      paper = undefined;
    }
  }
  return joined;
}

/** Takes what stands behind the tag of a closed quotation out of it, unless that is quoted too. */
export function withoutCircumstance({ text, quotations }: RepairContext, raw: RawStatement): RawStatement {
  const [first, second] = raw.content;
  if (!first || !second || raw.content.length > 2 || raw.cue.length === 0) return raw;
  const quoted = within(quotations, first.start) && within(quotations, first.end - 1);
  if (!quoted || within(quotations, second.start) || !CIRCUMSTANCE.test(textAt(text, second))) return raw;
  return { ...raw, content: [first] };
}

/** Completes contents that end before their clause does, or begin behind its subject. */
export function completed({ text, sentences }: RepairContext, raws: readonly RawStatement[]): RawStatement[] {
  const taken = mergeSpans(raws.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]));
  return raws.map((raw) => {
    const last = raw.content.at(-1);
    const [cue] = raw.cue;
    if (!last || !cue || raw.content.length > 1) return raw;
    const sentence = sentences[Math.max(0, indexAt(sentences, last.end) - 1)];
    const next = taken[indexAt(taken, last.end)]?.start ?? text.length;
    let { start, end } = last;
    if (cue.end <= start && sentence && end < sentence.end) {
      const more =
        GOES_ON.exec(text.slice(end, Math.min(sentence.end, end + LONGEST_SENTENCE)))?.[0].length ?? 0;
      if (more > 0 && end + more <= next) end += more;
    }
    const [before] = taken.slice(Math.max(0, indexAt(taken, start) - 1), indexAt(taken, start));
    if (/^["“'‘]\p{Ll}/u.test(text.slice(start, start + 2)) && cue.end <= start) {
      const from = Math.max(before?.end ?? 0, start - 60);
      const lead = LEADS_IN.exec(text.slice(from, start))?.groups?.['lead'];
      if (lead) start -= lead.length + 1;
    }
    return start === last.start && end === last.end ? raw : { ...raw, content: [{ start, end }] };
  });
}
