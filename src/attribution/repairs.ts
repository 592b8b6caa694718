import type { Sentence } from '../domain/article.ts';
import { contains, mergeSpans, overlaps, textAt, trimSpan, type Span } from '../domain/span.ts';
import type { RawStatement } from './extract.ts';
import {
  GOES_ON,
  isSecondPredicate,
  LEADS_IN,
  PAPER_SAYS,
  READY_TO,
  SECOND_PREDICATE,
  SELF_REPORT,
  SENTENCE_FORMS,
  TAG_AT_END,
  type SentenceForm,
} from './forms.ts';
import { indexAt } from './lexemes.ts';
import { within } from './quoted.ts';

/** What the repairs read. */
export interface RepairContext {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Span[];
}

/** Longer sentences are lists or broken text; patterns are not tried on them. */
const LONGEST_SENTENCE = 1200;

/** The span of a named group of `match`, which was found in the text from `offset` on. */
function groupSpan(text: string, match: RegExpExecArray, name: string, offset: number): Span[] {
  const range = match.indices?.groups?.[name];
  const span = range ? trimSpan(text, { start: offset + range[0], end: offset + range[1] }) : null;
  return span ? [span] : [];
}

/** A statement read off the form of a sentence. */
function readForm(
  { text, sentences }: RepairContext,
  sentence: Sentence,
  form: SentenceForm,
): RawStatement | null {
  const match = form.pattern.exec(textAt(text, sentence));
  if (!match) return null;
  const besides = { next: sentences[sentence.index + 1], previous: sentences[sentence.index - 1] };
  const beside = form.beside ? besides[form.beside] : undefined;
  if (form.beside && (!beside || beside.paragraph !== sentence.paragraph)) return null;
  const content = beside
    ? [{ start: beside.start, end: beside.end }]
    : groupSpan(text, match, 'content', sentence.start);
  const source = groupSpan(text, match, 'source', sentence.start);
  const cue = groupSpan(text, match, 'cue', sentence.start);
  return { source, cue, content, cueClass: 'speech' };
}

const startOf = ({ content, source, cue }: RawStatement): number =>
  Math.min(...[content[0], source[0], cue[0]].map((span) => span?.start ?? Infinity));

/** Whether the tagger already has what the form shows: the same cue with a source, and a content. */
const isKnown = (raws: readonly RawStatement[], formed: RawStatement): boolean =>
  raws.some(
    (raw) =>
      raw.source.length > 0 &&
      raw.cue.some((cue) => formed.cue.some((other) => overlaps(cue, other))) &&
      raw.content.some((span) => formed.content.some((other) => overlaps(span, other))) &&
      (raw.source[0]?.start ?? 0) >= (formed.source[0]?.start ?? 0) - 2,
  );

/** Reads the sentence's form; what the tagger found within it gives way. */
function withForm(
  context: RepairContext,
  sentence: Sentence,
  raws: readonly RawStatement[],
): readonly RawStatement[] {
  if (sentence.end - sentence.start > LONGEST_SENTENCE) return raws;
  for (const form of SENTENCE_FORMS) {
    const formed = readForm(context, sentence, form);
    const [cue] = formed?.cue ?? [];
    if (!formed || !cue || formed.content.length === 0) continue;
    if (within(context.quotations, cue.start) || isKnown(raws, formed)) continue;
    const whole = {
      start: Math.min(startOf(formed), sentence.start),
      end: Math.max(sentence.end, formed.content[0]?.end ?? 0),
    };
    const gone = raws.filter((raw) => [...raw.cue, ...raw.content].some((span) => contains(whole, span)));
    // A tag that the sentence only seems to end with: somebody's words are there already.
    if (
      form.name === 'tag at the end' &&
      gone.some(({ source }) => source.length > 0 && startOf(formed) < sentence.start)
    )
      continue;
    if (form.name === 'participle') return [...raws, { ...formed, source: [] }];
    const kept = raws.filter((raw) => !gone.includes(raw));
    // Around a beginning that was not the tagger's statement at all, only the overlap goes.
    const before = gone.filter(
      (raw) =>
        !raw.content.some((span) => formed.content.some((other) => overlaps(span, other))) &&
        !raw.cue.some((span) => overlaps(span, cue)),
    );
    return [...kept, ...before, formed];
  }
  return raws;
}

/** Takes the closing tag out of a run-on quotation. */
function withoutTag(text: string, raw: RawStatement): RawStatement {
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
function cutSecond({ text, quotations }: RepairContext, raw: RawStatement): RawStatement[] {
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
function withoutSelfReport(text: string, raw: RawStatement): RawStatement {
  const [span] = raw.content;
  const match = span && raw.content.length === 1 ? SELF_REPORT.exec(textAt(text, span).slice(0, 120)) : null;
  if (!span || !match) return raw;
  return {
    ...raw,
    cue: [...raw.cue, ...groupSpan(text, match, 'cue', span.start)].toSorted((a, b) => a.start - b.start),
    content: [{ start: span.start + match[0].length, end: span.end }],
  };
}

/** Moves "to discuss" from "is ready to discuss" to what follows it. */
function withReadiness(text: string, raw: RawStatement): RawStatement {
  const [cue] = raw.cue;
  const [first, ...more] = raw.content;
  if (!cue || !first || first.start - cue.end > 1 || first.start < cue.end) return raw;
  const match = READY_TO.exec(textAt(text, cue));
  const [moved] = match ? groupSpan(text, match, 'content', cue.start) : [];
  if (!moved) return raw;
  return {
    ...raw,
    cue: [{ start: cue.start, end: moved.start - 1 }],
    content: [{ start: moved.start, end: first.end }, ...more],
  };
}

/** Joins what a paper says to the statement about it that it stands in: "the accord, where it says that …, must go". */
function joinPapers(text: string, raws: readonly RawStatement[]): RawStatement[] {
  const joined: RawStatement[] = [];
  for (const raw of raws.toSorted((a, b) => startOf(a) - startOf(b))) {
    const outer = joined.at(-1);
    const [end, start, last] = [
      outer?.content.at(-1)?.end ?? 0,
      raw.cue.at(-1)?.end ?? 0,
      raw.content.at(-1),
    ];
    const between = start > end && start - end < 40 ? text.slice(end, start) : '';
    if (outer && outer.content.length === 1 && outer.cue.length > 0 && last && PAPER_SAYS.test(between)) {
      joined.pop();
      joined.push({ ...outer, content: [{ start: outer.content[0]?.start ?? end, end: last.end }] });
    } else joined.push(raw);
  }
  return joined;
}

/** Completes contents that end before their clause does, or begin behind its subject. */
function completed({ text, sentences }: RepairContext, raws: readonly RawStatement[]): RawStatement[] {
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

/** Mends what the tagger misses by the form of sentences; each repair is a line of `forms.ts`. Linear in the length. */
export function repair(context: RepairContext, raws: readonly RawStatement[]): RawStatement[] {
  const { text, sentences } = context;
  const sentenceOf = (position: number): number => Math.max(0, indexAt(sentences, position + 1) - 1);
  const groups = new Map<number, RawStatement[]>();
  for (const raw of raws) {
    const index = sentenceOf(raw.cue[0]?.start ?? raw.content[0]?.start ?? 0);
    const group = groups.get(index);
    if (group) group.push(raw);
    else groups.set(index, [raw]);
  }
  const formed = sentences.flatMap((sentence) =>
    withForm(context, sentence, groups.get(sentence.index) ?? []),
  );
  return completed(context, joinPapers(text, sentences.length === 0 ? raws : formed))
    .map((raw) => withoutTag(text, raw))
    .flatMap((raw) => cutSecond(context, raw))
    .map((raw) => withoutSelfReport(text, raw))
    .map((raw) => withReadiness(text, raw));
}
