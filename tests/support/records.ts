import { createHash } from 'node:crypto';
import type { Article, ArticleMeta, Passage, Provenance, Sentence } from '../../src/domain/article.ts';
import type { Span } from '../../src/text/span.ts';
import type { Statement } from '../../src/domain/statement.ts';
import type { ArticleRecord } from '../../src/store/ports.ts';

/** Of a whole article that came in a file and says nothing of itself. */
export const UNKNOWN_PROVENANCE: Provenance = {
  modified: null,
  language: null,
  partial: null,
  fetched: null,
  copyOf: null,
  places: [],
};

/** The dimensions of `textVector`. */
export const DIMENSIONS = 16;

/** A vector that depends on the text alone: letter counts, folded into `dimensions` numbers, of length 1. */
export function textVector(text: string, dimensions = DIMENSIONS): Float32Array {
  const vector = new Float32Array(dimensions);
  for (let i = 0; i < text.length; i++) {
    const at = (text.charCodeAt(i) * 31 + (i % 7)) % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((x) => x / length);
}

/** Where `quote` first stands in `text`; throws when it does not. */
export function spanOf(text: string, quote: string): Span {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`"${quote}" is not in the text`);
  return { start, end: start + quote.length };
}

/** What a statement has that nobody made and nobody dated. */
export const UNSAID = {
  speaker: null,
  speakerKind: null,
  side: null,
  sides: [],
  denied: false,
  when: null,
} as const;

/** What a test says of a statement; the rest is null, empty, `indirect` and `states`. */
interface StatementSketch extends Partial<Omit<Statement, 'content' | 'source' | 'cue'>> {
  readonly content: readonly string[];
  readonly source?: string;
  readonly cue?: string;
}

export interface ArticleSketch extends Partial<ArticleMeta & Provenance> {
  readonly id: string;
  readonly text: string;
  readonly skips?: readonly Span[];
  readonly statements?: readonly StatementSketch[];
  readonly dimensions?: number;
}

/**
 * A whole record from a text: a sentence ends after `.`, `!` or `?` and at a line's end; a passage is the sentence with
 * its neighbours; vectors are `textVector`s of the passages.
 */
export function recordOf({ statements = [], dimensions, ...sketch }: ArticleSketch): ArticleRecord {
  const { text } = sketch;
  const article: Article = {
    title: `Title of ${sketch.id}`,
    outlet: null,
    author: null,
    published: null,
    url: null,
    skips: [],
    ...UNKNOWN_PROVENANCE,
    ...sketch,
    hash: createHash('sha256').update(text).digest('hex'),
  };
  const sentences: Sentence[] = [...text.matchAll(/[^\s.!?][^.!?\n]*[.!?]*["”]*/g)].map((match, index) => ({
    index,
    paragraph: text.slice(0, match.index).split('\n\n').length - 1,
    start: match.index,
    end: match.index + match[0].length,
  }));
  const passages: Passage[] = sentences.map((sentence) => {
    const first = sentences[sentence.index - 1] ?? sentence;
    const last = sentences[sentence.index + 1] ?? sentence;
    return { first: first.index, last: last.index, start: first.start, end: last.end };
  });
  return {
    article,
    sentences,
    passages,
    vectors: passages.map(({ start, end }) => textVector(text.slice(start, end), dimensions)),
    statements: statements.map(({ content, source, cue, ...rest }) => ({
      ...UNSAID,
      type: 'indirect',
      act: 'states',
      topics: [],
      sides: rest.side ? [rest.side] : [],
      ...rest,
      content: content.map((quote) => spanOf(text, quote)),
      source: source === undefined ? [] : [spanOf(text, source)],
      cue: cue === undefined ? [] : [spanOf(text, cue)],
    })),
  };
}

/** Two articles about the talks, with statements, and one without a date. */
export const TALKS = {
  geneva: recordOf({
    id: 'geneva',
    title: 'Talks in Geneva',
    outlet: 'The Daily',
    author: 'A. Writer',
    published: '2022-01-10',
    url: 'https://news.example/geneva',
    text: 'The talks began in Geneva. "We offered limits on missiles," Ms. Sherman said, "if Moscow does the same."\nRyabkov demanded guarantees. Nobody spoke of sanctions.',
    skips: [{ start: 0, end: 9 }],
    statements: [
      {
        content: ['Ryabkov demanded guarantees'],
        speaker: 'Sergei Ryabkov',
        side: 'Russia',
        act: 'demands',
        topics: ['security-guarantees'],
      },
      {
        content: ['We offered limits on missiles,', 'if Moscow does the same.'],
        source: 'Ms. Sherman',
        cue: 'said',
        type: 'direct',
        speaker: 'Wendy Sherman',
        side: 'US',
        act: 'offers',
        topics: ['missiles', 'talks'],
      },
    ],
  }),
  brussels: recordOf({
    id: 'brussels',
    published: '2022-01-12',
    text: 'NATO said that its door is open. Russia warned of missiles in Europe.',
    statements: [
      { content: ['its door is open'], side: 'NATO', act: 'states', topics: ['nato-enlargement'] },
      { content: ['missiles in Europe'], side: 'Russia', act: 'warns', topics: ['missiles'] },
    ],
  }),
  undated: recordOf({
    id: 'undated',
    text: 'A missile is expensive. The weather was cold.',
    statements: [{ content: ['A missile is expensive'], type: 'narration' }],
  }),
} as const;
