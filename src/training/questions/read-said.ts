import type { GoldArticle, GoldStatement } from '../attribution/read-brat.ts';
import type { Sentence } from '../../domain/article.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import { overlaps, textAt, type Span } from '../../text/span.ts';
import { namesOf, type SourceNames } from './name-sources.ts';

/** The part of what somebody said that stands in one sentence. */
interface SaidPiece {
  readonly sentence: number;
  readonly words: string;
}

/** What somebody said, and what its source can be called in a question. */
interface Said {
  /** Null where the source is nobody who could be asked for ("we", "which", nothing). */
  readonly source: SourceNames | null;
  readonly cue: string;
  readonly content: readonly Span[];
  readonly pieces: readonly SaidPiece[];
}

export interface SaidArticle {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly said: readonly Said[];
}

/** How far before a pronoun the last named source may stand to be who is meant, in UTF-16 code units. */
const PRONOUN_REACH = 700;
const PRONOUN = /^(?:he|she|his|her)$/i;

const wordsAt = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => textAt(text, span)).join(' ');

function piecesOf(text: string, sentences: readonly Sentence[], content: readonly Span[]): SaidPiece[] {
  return sentences.flatMap((sentence) => {
    const parts = content
      .filter((span) => overlaps(span, sentence))
      .map(({ start, end }) => text.slice(Math.max(start, sentence.start), Math.min(end, sentence.end)));
    return parts.length > 0 ? [{ sentence: sentence.index, words: parts.join(' ') }] : [];
  });
}

const placeOf = ({ source, cue, content }: GoldStatement): number =>
  (source[0] ?? cue[0] ?? content[0])?.start ?? 0;

/** An annotated article with its sentences; "he" and "she" are called by the name of the last named source before them. */
export function readSaid({ id, text, statements }: GoldArticle): SaidArticle {
  const sentences = splitSentences(text);
  let last: { readonly at: number; readonly names: SourceNames } | null = null;
  const said = statements
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((statement): Said => {
      const words = wordsAt(text, statement.source.slice(0, 1));
      const at = placeOf(statement);
      const isPronoun = PRONOUN.test(words);
      const meant = isPronoun && last && at - last.at < PRONOUN_REACH ? last.names : null;
      const source = isPronoun ? meant : namesOf(words);
      if (source?.isPerson) last = { at, names: source };
      return {
        source,
        cue: wordsAt(text, statement.cue),
        content: statement.content,
        pieces: piecesOf(text, sentences, statement.content),
      };
    });
  return { id, text, sentences, said };
}
