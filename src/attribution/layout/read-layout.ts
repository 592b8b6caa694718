import { paragraphs } from '../../text/paragraphs.ts';
import { mergeSpans, overlaps, subtract, trimSpan, type Span } from '../../text/span.ts';
import { findBlockQuotes } from './find-block-quotes.ts';
import { findDialogue } from './find-dialogue.ts';
import { findFurniture } from './find-furniture.ts';
import { findInterviews } from './find-interviews.ts';
import { findLetters } from './find-letters.ts';
import { findSignedLetters } from './find-signed-letters.ts';
import { findSignedQuotations } from './find-signed-quotations.ts';
import { findSubtitles, joinCues } from './find-subtitles.ts';
import type { SpokenTurn } from './spoken-turn.ts';

/** What the layout of a text says before a word of it is read. */
export interface Layout {
  /** Stretches that belong to a speaker, in order; none overlaps another. */
  readonly turns: readonly SpokenTurn[];
  /** Nobody's words: datelines, captions, headers of letters, times of subtitles, and the skips given. Sorted and disjoint. */
  readonly nobodys: readonly Span[];
}

const spansOf = ({ name, said }: SpokenTurn): Span[] => [...(name ? [name] : []), ...said.flat()];

/**
 * Reads who speaks off the layout: turns of transcripts and interviews, subtitles, letters, block quotes, lists and posts.
 * Linear in the length of the text.
 *
 * @param skips what belongs to nobody already, sorted and disjoint
 */
export function readLayout(text: string, skips: readonly Span[]): Layout {
  const subtitles = findSubtitles(text);
  const letters = findLetters(text);
  const signed = findSignedLetters(text);
  const signedQuotes = findSignedQuotations(text);
  const quotes = findBlockQuotes(text);
  const furniture = [
    ...skips,
    ...subtitles.furniture,
    ...letters.headers,
    ...signed.headers,
    ...signedQuotes.signatures,
    ...quotes.signatures,
  ];
  const known = mergeSpans(furniture);
  const paragraphsLeft = paragraphs(text).flatMap((paragraph) => {
    const free = holesIn(known, paragraph);
    return free.length === 0
      ? [paragraph]
      : subtract(paragraph, free).flatMap((span) => trimSpan(text, span) ?? []);
  });
  const left = joinCues(text, paragraphsLeft, subtitles.cues);
  const nobodys = mergeSpans([...known, ...findFurniture(text, left)]);
  let turns: readonly SpokenTurn[] = [];
  let taken: readonly Span[] = [];
  // The surest first; what one has taken is no other's.
  for (const found of [
    subtitles.turns,
    letters.turns,
    signed.turns,
    signedQuotes.turns,
    quotes.turns,
    findDialogue(text, left),
    findInterviews(text, left),
  ]) {
    /** Where what this list has taken ends: its turns are in order. */
    let end = 0;
    const free = found
      .map((turn) => ({
        ...turn,
        said: turn.said
          .map((pieces) => pieces.flatMap((piece) => without(text, piece, nobodys)))
          .filter((pieces) => pieces.length > 0),
      }))
      .filter((turn) => {
        const { start = 0 } = turn.said[0]?.[0] ?? {};
        // A name that lies in what is nobody's names nobody, but for the marks of subtitles and the headers of mails.
        const isNamed =
          found === subtitles.turns ||
          found === letters.turns ||
          turn.name === null ||
          holesIn(skips, turn.name).length === 0;
        const isFree =
          isNamed && start >= end && !spansOf(turn).some((span) => holesIn(taken, span).length > 0);
        const last = isFree ? turn.said.at(-1)?.at(-1) : undefined;
        end = last?.end ?? end;
        return last !== undefined;
      });
    turns = [...turns, ...free];
    taken = mergeSpans([...taken, ...free.flatMap(spansOf)]);
  }
  const names = mergeSpans(turns.flatMap(({ name }) => name ?? []));
  return {
    turns: turns.toSorted((a, b) => (a.said[0]?.[0]?.start ?? 0) - (b.said[0]?.[0]?.start ?? 0)),
    nobodys: nobodys.flatMap((span) => subtract(span, holesIn(names, span))),
  };
}

/** Those of the sorted, disjoint holes that touch `span`; found by halving. */
function holesIn(holes: readonly Span[], span: Span): Span[] {
  let low = 0;
  let high = holes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((holes[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < holes.length && overlaps(holes[end] ?? span, span)) end++;
  return holes.slice(low, end);
}

/** What holes leave of a piece, without white space and emphasis at its edges. */
const without = (text: string, piece: Span, holes: readonly Span[]): Span[] =>
  subtract(piece, holesIn(holes, piece)).flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    const before = /^[*_\s]*/.exec(words)?.[0].length ?? 0;
    const behind = /[*_\s]*$/.exec(words.slice(-8))?.[0].length ?? 0;
    return trimSpan(text, { start: start + before, end: end - behind }) ?? [];
  });
