import type { Actors } from '../domain/actor.ts';
import { quotationSpans } from '../text/marks/pair-quotations.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { scanWords } from '../text/words/scan-words.ts';
import { mergeSpans, type Span } from '../text/span.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { cleanSpans, positionOf } from './clean-spans.ts';
import type { ExtractSpans, RawStatement } from './extract-spans.ts';
import { readLayout } from './layout/read-layout.ts';
import { readTurns } from './layout/read-turns.ts';
import { createTurnSpeaker } from './layout/speaker-of-turn.ts';
import type { SpokenTurn } from './layout/spoken-turn.ts';
import { createSurroundings } from './surroundings.ts';
import { articleDay } from './when/article-day.ts';
import { createDating } from './when/date-statement.ts';
import { createCast } from './who/cast/find-cast.ts';
import { createDirectory } from './who/cast/find-person.ts';
import { createReference } from './who/cast/pick-person.ts';
import { createResolver } from './who/resolve-source.ts';
import { createSides } from './who/side-words.ts';

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
  const newPeople = createDirectory(actors);
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
