import type { Actors } from '../domain/actor.ts';
import type { Sentence } from '../domain/article.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { contains, mergeSpans, subtract, textAt, trimSpan, type Span, indexAt } from '../text/span.ts';
import type { Statement } from '../domain/statement.ts';
import type { Topic } from '../domain/topic.ts';
import { createActReader } from './act/read-act.ts';
import { readLayout } from './layout/read-layout.ts';
import { readTurns } from './layout/read-turns.ts';
import { createTurnSpeaker } from './layout/speaker-of-turn.ts';
import { createCast } from './who/find-cast.ts';
import type { ExtractSpans, RawStatement } from './extract-spans.ts';
import { scanWords } from '../text/scan-words.ts';
import { createDirectory } from './who/find-person.ts';
import { speechType } from './link/speech-type.ts';
import { quotationSpans } from '../text/marks/pair-quotations.ts';
import { createReference, type Turn } from './who/pick-person.ts';
import { utteredBy } from './link/read-uttered.ts';
import { createResolver } from './who/resolve-source.ts';
import { createSides } from './who/side-words.ts';
import { createTopicReader } from './read-topics.ts';
import { articleDay } from './when/article-day.ts';
import { createDating } from './when/date-statement.ts';
import { speakerOf } from './who/find-speaker.ts';

export interface StatementDependencies {
  readonly extractSpans: ExtractSpans;
  readonly actors: Actors;
  readonly topics: readonly Topic[];
}

interface ArticleText {
  readonly text: string;
  readonly skips: readonly Span[];
  /** YYYY-MM-DD: relative days are worked out from it. */
  readonly published?: string | null;
}

export type ExtractStatements = (article: ArticleText) => Statement[];

/** Longer paragraphs without an end mark are no headings. */
const HEADING_CHARACTERS = 120;

/** The spans within the text, without skips and `taken`, trimmed; sorted and disjoint. */
function clean(text: string, spans: readonly Span[], skips: readonly Span[], taken: readonly Span[]): Span[] {
  const holes = mergeSpans([...skips, ...taken]);
  return mergeSpans(spans.filter(({ start, end }) => start >= 0 && start < end && end <= text.length))
    .flatMap((span) => subtract(span, holesNear(holes, span)))
    .flatMap((span) => trimSpan(text, span) ?? [])
    .filter((span) => /[\p{L}\p{N}]/u.test(textAt(text, span)));
}

/** Those of the sorted holes that can touch `span`. */
function holesNear(holes: readonly Span[], span: Span): readonly Span[] {
  return holes.slice(Math.max(0, indexAt(holes, span.start) - 1), indexAt(holes, span.end));
}

/** A joint statement has two sides, and is neither's alone. */
const onlyOne = (sides: readonly string[]): string | null => (sides.length === 1 ? (sides[0] ?? null) : null);

/**
 * Creates the extractor of statements: spans from the tagger, mended by a few rules, then who is meant, in whose words, and
 * what is done with it on which topics. Pure and synchronous; time linear in the length of the text.
 */
export function createStatementExtractor({
  extractSpans,
  actors,
  topics,
}: StatementDependencies): ExtractStatements {
  const sides = createSides(actors);
  const newPeople = createDirectory(actors);
  const topicReader = createTopicReader(topics);
  const actOf = createActReader(actors.sides);

  return ({ text, skips, published = null }) => {
    const layout = readLayout(text, skips);
    const { nobodys } = layout;
    const spoken = readTurns(text, layout, extractSpans);
    const sentences = splitSentences(text, nobodys);
    const quotations = quotationSpans(text);
    const found = extractSpans(text, mergeSpans([...nobodys, ...spoken.read]));
    const raws = [...found.map((raw) => ({ ...raw, turn: null })), ...spoken.statements]
      .map((raw) => cleaned(text, raw, nobodys))
      .filter(({ content }) => content.length > 0)
      .toSorted((a, b) => positionOf(a) - positionOf(b));
    const words = scanWords(text);
    const sources = mergeSpans(raws.flatMap(({ source }) => source));
    const contents = mergeSpans(raws.flatMap(({ content }) => content));
    const people = newPeople();
    const cast = createCast(text, words, sides, people, sources);
    const reference = createReference(cast, contents);
    const resolve = createResolver({ text, words, sides, cast, reference, quotations });
    const ofTurn = createTurnSpeaker({ text, words, sides, people, cast, resolve, turns: layout.turns });
    const day = published ?? articleDay(text, paragraphs(text));
    const dated = createDating(text, day, contents, sentences);
    // The header of a letter has the day, and is no sentence of the article.
    const turnDated = createDating(text, day, contents, splitSentences(text, skips));
    const turns: Turn[] = [];
    let lastTopics: string[] = [];
    const around = createSurroundings(text, sentences);

    return raws
      .flatMap((raw, index): Statement[] => {
        const first = raw.content[0] ?? { start: 0, end: 0 };
        const { turn } = raw;
        const named = turn?.name
          ? ofTurn(turn, sentenceAt(sentences, first.start)?.paragraph ?? 0, turns)
          : null;
        const context = { text, raws, index, turns, sentences, quotations, cast, resolve };
        const speaker = named ?? speakerOf(raw, context);
        const position = raw.source[0]?.start ?? raw.cue[0]?.start ?? first.start;
        turns.push({ speaker, position, paragraph: sentenceAt(sentences, position)?.paragraph ?? 0 });
        const said = raw.content.map((span) => textAt(text, span)).join(' ');
        const uttered = utteredBy(text, raw, sentenceAt(sentences, position)?.start ?? 0);
        if (uttered === 'nothing') return [];
        const denied = uttered === 'unsaid';
        // A quotation that goes on with an earlier paragraph's speaker does not do what that paragraph's cue says.
        const ownCue = raw.cue.filter(
          (span) =>
            sentenceAt(sentences, span.start)?.paragraph === sentenceAt(sentences, first.start)?.paragraph,
        );
        const cue = ownCue.map((span) => textAt(text, span)).join(' ');
        const source = raw.source.map((span) => textAt(text, span)).join(' ');
        const before = turns.at(-2);
        const goesOn =
          before?.speaker.speaker === speaker.speaker && before.speaker.sides[0] === speaker.sides[0];
        lastTopics = topicReader.topicsOf(said, around(first), goesOn ? lastTopics : []);
        return [
          {
            content: raw.content,
            source: raw.source,
            cue: raw.cue,
            speaker: denied ? null : speaker.speaker,
            speakerKind: denied || speaker.speaker === null ? null : speaker.kind,
            side: denied ? null : onlyOne(speaker.sides),
            sides: denied ? [] : speaker.sides,
            type: turn?.own ? 'direct' : speechType(text, words, raw.content, quotations),
            act: actOf({ cue, content: said, source, side: speaker.sides[0] ?? null }),
            topics: lastTopics,
            denied,
            when: turn ? turnDated(raw) : dated(raw),
          },
        ];
      })
      .toSorted((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  };
}

/** Where the attribution of a statement stands; without one, where its content begins. */
const positionOf = ({ source, cue, content }: RawStatement): number =>
  Math.min(...[source[0], cue[0], content[0]].map((span) => span?.start ?? Infinity));

function cleaned<T extends RawStatement>(text: string, raw: T, skips: readonly Span[]): T {
  const source = clean(text, raw.source, skips, []);
  const cue = clean(text, raw.cue, skips, source);
  return { ...raw, source, cue, content: clean(text, raw.content, skips, [...source, ...cue]) };
}

function sentenceAt(sentences: readonly Sentence[], position: number): Sentence | undefined {
  return sentences[Math.max(0, indexAt(sentences, position + 1) - 1)];
}

/** What stands about a content: its sentence, the one before in the paragraph, the heading above. */
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
    const sentence = sentenceAt(sentences, content.start);
    if (!sentence || !contains({ start: sentence.start, end: text.length }, content)) return [];
    const before = sentences[sentence.index - 1];
    const near = [textAt(text, sentence)];
    if (before?.paragraph === sentence.paragraph) near.push(textAt(text, before));
    return [...near, headings[sentence.index] ?? ''];
  };
}
