import type { Sentence } from '../../domain/article.ts';
import { contains, overlaps, textAt, indexAt, within } from '../../text/span.ts';
import type { RawStatement } from '../extract-spans.ts';
import { SENTENCE_FORMS, type SentenceForm } from './sentence-forms.ts';
import {
  completed,
  cutSecond,
  groupSpan,
  joinPapers,
  LONGEST_SENTENCE,
  type RepairContext,
  startOf,
  withoutCircumstance,
  withoutSelfReport,
  withoutTag,
  withVerb,
} from './mend-statement.ts';

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
    if (form.name === 'called' && raws.some((raw) => raw.cue.some((span) => overlaps(span, cue)))) continue;
    if (form.name === 'called') return [...raws, formed];
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
    .map((raw) => withoutCircumstance(context, raw))
    .map((raw) => withoutTag(text, raw))
    .flatMap((raw) => cutSecond(context, raw))
    .map((raw) => withoutSelfReport(text, raw))
    .map((raw) => withVerb(text, raw));
}
