import type { Actors } from '../domain/actor.ts';
import type { Statement } from '../domain/statement.ts';
import type { Topic } from '../domain/topic.ts';
import { itemAt, textAt, type Span } from '../text/span.ts';
import { type ActReaders, createActReaders } from './act/act-readers.ts';
import type { ExtractSpans } from './extract-spans.ts';
import { utteredBy } from './link/frames/read-uttered.ts';
import { speechType } from './link/speech-type.ts';
import { createTopicReader } from './read-topics.ts';
import {
  createArticleReader,
  type ArticleReading,
  type ArticleText,
  type Attribution,
} from './read-whole.ts';
import { isHeaded, speakerOf } from './who/find-speaker.ts';
import { type Turn } from './who/cast/pick-person.ts';
import { NOBODY, type Speaker } from './who/speaker.ts';

export interface StatementDependencies {
  readonly extractSpans: ExtractSpans;
  readonly actors: Actors;
  readonly topics: readonly Topic[];
  /** What reads acts; without it, the readers of these actors and topics. */
  readonly acts?: ActReaders;
}

export type ExtractStatements = (article: ArticleText) => Statement[];

/** A statement on its way through the steps. */
type Draft = Pick<Statement, 'denied' | 'type' | 'act' | 'topics' | 'when'> & { readonly speaker: Speaker };

const EMPTY: Draft = {
  speaker: NOBODY,
  denied: false,
  type: 'indirect',
  act: 'states',
  topics: [],
  when: null,
};

/** One step of reading a statement; null leaves the statement out. */
interface Step {
  readonly name: string;
  /** All that it may change. */
  readonly changes: string;
  readonly apply: (draft: Draft, raw: Attribution, index: number) => Draft | null;
}

/** A topic stays open for what is said in so many further paragraphs. */
const TOPIC_PARAGRAPHS = 1;

/** What was spoken of last, and where. */
interface Opened {
  readonly topics: readonly string[];
  readonly paragraph: number;
}

const startOf = ({ content: [first] }: Attribution): number => first?.start ?? 0;

/** A joint statement has two sides, and is neither's alone. */
const onlyOne = (sides: readonly string[]): string | null => (sides.length === 1 ? (sides[0] ?? null) : null);

/**
 * Creates the extractor of statements. An article is read in two passes: over the whole text (`readArticle`: layout, then
 * spans, then people), then statement by statement through the `steps`, in their order. Pure and synchronous; time linear
 * in the length of the text.
 */
export function createStatementExtractor({
  extractSpans,
  actors,
  topics,
  acts = createActReaders(actors, topics),
}: StatementDependencies): ExtractStatements {
  const readArticle = createArticleReader(extractSpans, actors);
  const topicReader = createTopicReader(topics);

  /** The steps of one article, in this order; what a step keeps from statement to statement stays within it. */
  const stepsOf = (article: ArticleReading): readonly Step[] => {
    const { text, sentences, quotations, raws, words, cast, resolve, ofTurn, dated, turnDated, around } =
      article;
    const paragraphAt = (position: number): number => itemAt(sentences, position)?.paragraph ?? 0;
    const saidIn = (spans: readonly Span[]): string => spans.map((span) => textAt(text, span)).join(' ');
    const turns: Turn[] = [];
    let opened: Opened = { topics: [], paragraph: -Infinity };
    return [
      {
        name: 'speaker',
        changes:
          'speaker: the one of the turn, or whom the source means after the statements before; leaves out what stands behind a colon and nobody',
        apply: (draft, raw, index) => {
          const context = { text, raws, index, turns, sentences, quotations, cast, resolve };
          const { turn } = raw;
          const named = turn && !turn.leadIn ? ofTurn(turn, paragraphAt(startOf(raw)), turns) : null;
          const speaker = named ?? speakerOf(raw, context);
          const position = raw.source[0]?.start ?? raw.cue[0]?.start ?? startOf(raw);
          const [source = null] = raw.source;
          if (!named && isHeaded(raw, speaker, context)) return null;
          turns.push({ speaker, position, paragraph: paragraphAt(position), source });
          return { ...draft, speaker };
        },
      },
      {
        name: 'uttered',
        changes: 'denied, or leaves out: what the text says was never, or not yet, said',
        apply: (draft, raw) => {
          const { position = 0 } = turns.at(-1) ?? {};
          const here = itemAt(sentences, position);
          const start = startOf(raw);
          // “He did not blame the board. “We all knew,””: whoever said it said it, in a sentence of its own.
          const ownQuotation =
            here && start >= here.end && quotations.some((quotation) => quotation.start === start);
          if (ownQuotation) return draft;
          const uttered = utteredBy(text, raw, here?.start ?? 0);
          return uttered === 'nothing' ? null : { ...draft, denied: uttered === 'unsaid' };
        },
      },
      {
        name: 'type',
        changes: 'type: whose words they are, by the quotation marks or the layout',
        apply: (draft, raw) => ({
          ...draft,
          type: raw.turn?.own ? 'direct' : speechType(text, words, raw.content, quotations),
        }),
      },
      {
        name: 'act',
        changes: 'act: what is done with it, by cue, source, side and content',
        apply: (draft, raw) => {
          // A quotation that goes on with an earlier paragraph's speaker does not do what that paragraph's cue says.
          const own = raw.cue.filter(({ start }) => paragraphAt(start) === paragraphAt(startOf(raw)));
          const [side = null] = draft.speaker.sides;
          const read = { cue: saidIn(own), content: saidIn(raw.content), source: saidIn(raw.source), side };
          return { ...draft, act: acts.actOf(read) };
        },
      },
      {
        name: 'own act',
        changes: 'act: what the words themselves do, whatever was read of them',
        apply: (draft, _, index) => {
          const side = onlyOne(draft.speaker.sides);
          return { ...draft, act: acts.ownActOf(article, raws, index, { ...draft, side }) };
        },
      },
      {
        name: 'topics',
        changes: 'topics: those named in it or about it, or those it goes on with',
        apply: (draft, raw) => {
          const paragraph = paragraphAt(startOf(raw));
          const near = paragraph - opened.paragraph <= TOPIC_PARAGRAPHS ? opened.topics : [];
          const [first = { start: 0, end: 0 }] = raw.content;
          const about = topicReader.topicsOf(saidIn(raw.content), around(first), near);
          if (about.length > 0) opened = { topics: about, paragraph };
          return { ...draft, topics: about };
        },
      },
      {
        name: 'when',
        changes: 'when: the day it was said, as far as the text tells',
        apply: (draft, raw) => ({ ...draft, when: raw.turn ? turnDated(raw) : dated(raw) }),
      },
    ];
  };

  return (given) => {
    const article = readArticle(given);
    const steps = stepsOf(article);
    return article.raws
      .flatMap((raw, index): Statement[] => {
        let draft: Draft | null = EMPTY;
        for (const { apply } of steps) draft = draft && apply(draft, raw, index);
        if (!draft) return [];
        // Nobody is the speaker of what nobody said.
        const { speaker: who, ...read } = draft;
        const speaker = draft.denied ? NOBODY : who;
        return [
          {
            content: raw.content,
            source: raw.source,
            cue: raw.cue,
            // A name may be broken over two lines.
            speaker: speaker.speaker?.replace(/\s+/g, ' ') ?? null,
            speakerKind: speaker.speaker === null ? null : speaker.kind,
            side: onlyOne(speaker.sides),
            sides: speaker.sides,
            ...read,
          },
        ];
      })
      .toSorted((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  };
}
