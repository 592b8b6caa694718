import type { Actors } from '../domain/actor.ts';
import { quotationSpans } from '../text/marks/pair-quotations.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { scanWords } from '../text/words/scan-words.ts';
import {
  contains,
  indexAt,
  itemAt,
  mergeSpans,
  type Span,
  subtract,
  textAt,
  trimSpan,
} from '../text/span.ts';
import { splitSentences } from '../text/split-sentences.ts';
import type { ExtractSpans, RawStatement } from './extract-spans.ts';
import { readLayout } from './layout/read-layout.ts';
import { readTurns } from './layout/read-turns.ts';
import { createTurnSpeaker } from './layout/speaker-of-turn.ts';
import type { SpokenTurn } from './layout/spoken-turn.ts';
import { articleDay } from './when/article-day.ts';
import { createDating } from './when/date-statement.ts';
import { createCast } from './who/cast/find-cast.ts';
import { createPeople } from './who/cast/find-person.ts';
import { createReference } from './who/cast/pick-person.ts';
import { createResolver } from './who/resolve-source.ts';
import { createSides } from './who/side-words.ts';
import type { Sentence } from '../domain/article.ts';

export interface ArticleText {
  readonly text: string;
  readonly skips: readonly Span[];
  /** YYYY-MM-DD: relative days are worked out from it. */
  readonly published?: string | null;
}

/** What the text shows of a statement, and the turn of the layout that it is of, if it is. */
export type Attribution = RawStatement & { readonly turn: SpokenTurn | null };

/** Creates the passes over the whole text of an article. */
export function createArticleReader(extractSpans: ExtractSpans, actors: Actors) {
  const sides = createSides(actors);
  const newPeople = createPeople(actors);
  /** The passes over the whole text: each line makes something new of the text and of the lines above it. */
  return ({ text, skips, published = null }: ArticleText) => {
    // Layout: what is nobody's (furniture, by-lines, captions), and the stretches that a label or a quoted block gives to a speaker.
    const layout = readLayout(text, skips);
    const { nobodys } = layout;
    const sentences = splitSentences(text, nobodys);
    const quotations = quotationSpans(text);
    // Spans: the turns as they are, the tagger and its rules on the rest; cut to what is somebody's, in the order of the text.
    const spoken = readTurns(text, layout, extractSpans);
    const tagged = extractSpans(text, mergeSpans([...nobodys, ...spoken.read]));
    const raws = [...tagged.map((raw) => ({ ...raw, turn: null })), ...spoken.statements]
      .map((raw): Attribution => cleanSpans(text, raw, nobodys))
      .filter(({ content }) => content.length > 0)
      .toSorted((a, b) => positionOf(a) - positionOf(b));
    const contents = mergeSpans(raws.flatMap(({ content }) => content));
    // People: who is named, what each is called, and whom a source can mean.
    const words = scanWords(text);
    const people = newPeople();
    const cast = createCast(text, words, sides, people, mergeSpans(raws.flatMap(({ source }) => source)));
    const reference = createReference(cast, contents);
    const resolve = createResolver({ text, words, sides, cast, reference, quotations });
    const ofTurn = createTurnSpeaker({ text, words, sides, people, cast, resolve, turns: layout.turns });
    // Days: the header of a letter has one, and is no sentence of the article.
    const day = published ?? articleDay(text, paragraphs(text));
    const dated = createDating(text, day, contents, sentences);
    const turnDated =
      layout.turns.length === 0 ? dated : createDating(text, day, contents, splitSentences(text, skips));
    const around = createSurroundings(text, sentences);
    return {
      text,
      skips,
      sentences,
      quotations,
      raws,
      words,
      cast,
      resolve,
      ofTurn,
      dated,
      turnDated,
      around,
    };
  };
}

/** An article read as a whole: its statements as the text shows them, and what the steps ask of it. */
export type ArticleReading = ReturnType<ReturnType<typeof createArticleReader>>;

/** The spans within the text, without skips and `taken`, trimmed; sorted and disjoint. */
function clean(text: string, spans: readonly Span[], skips: readonly Span[], taken: readonly Span[]): Span[] {
  const holes = mergeSpans(taken);
  return mergeSpans(spans.filter(({ start, end }) => start >= 0 && start < end && end <= text.length))
    .flatMap((span) => subtract(span, holesNear(skips, span)))
    .flatMap((span) => subtract(span, holes))
    .flatMap((span) => trimSpan(text, span) ?? [])
    .filter((span) => /[\p{L}\p{N}]/u.test(textAt(text, span)));
}

/** Those of the sorted holes that can touch `span`. */
function holesNear(holes: readonly Span[], span: Span): readonly Span[] {
  return holes.slice(Math.max(0, indexAt(holes, span.start) - 1), indexAt(holes, span.end));
}

/** Source, cue and content within the text and outside `skips` (sorted, disjoint), none of them on another. */
function cleanSpans<T extends RawStatement>(text: string, raw: T, skips: readonly Span[]): T {
  const source = clean(text, raw.source, skips, []);
  const cue = clean(text, raw.cue, skips, source);
  return { ...raw, source, cue, content: clean(text, raw.content, skips, [...source, ...cue]) };
}

/** Where the attribution of a statement stands; without one, where its content begins. */
const positionOf = ({ source, cue, content }: RawStatement): number =>
  Math.min(...[source[0], cue[0], content[0]].map((span) => span?.start ?? Infinity));

/** Longer paragraphs without an end mark are no headings. */
const HEADING_CHARACTERS = 120;

/** Creates the reading of what stands about a content: its sentence, the one before in the paragraph, the heading above. */
function createSurroundings(text: string, sentences: readonly Sentence[]): (content: Span) => string[] {
  const headings: (string | null)[] = [];
  let heading: string | null = null;
  sentences.forEach((sentence, i) => {
    const alone =
      sentences[i - 1]?.paragraph !== sentence.paragraph &&
      sentences[i + 1]?.paragraph !== sentence.paragraph;
    const words = textAt(text, sentence);
    if (alone && words.length <= HEADING_CHARACTERS && !/[.!?…:"”'’]$/.test(words)) heading = words;
    headings.push(heading);
  });
  return (content) => {
    const sentence = itemAt(sentences, content.start);
    if (!sentence || !contains({ start: sentence.start, end: text.length }, content)) return [];
    const before = sentences[sentence.index - 1];
    const near = [textAt(text, sentence)];
    if (before?.paragraph === sentence.paragraph) near.push(textAt(text, before));
    return [...near, headings[sentence.index] ?? ''];
  };
}
