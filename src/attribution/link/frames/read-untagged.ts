import {
  CONTENT_AFTER,
  CONTENT_BEFORE,
  CUE,
  SOURCE_BEFORE,
  type TaggedSpan,
} from '../../tag/token-labels.ts';
import { CUE_FROM, isMark, KIND, PLAIN_FROM } from '../../tag/word-traits.ts';
import { cutAddressee } from '../cut-addressee.ts';
import { circumstanceEnd, cutCircumstance, timeEnd } from '../cut-circumstance.ts';
import { goesOn, insertedEnd, turnsAway } from './join-halves.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { PLAIN_BASES, PLAIN_FORMS } from '../saying-verbs.ts';
import { readFrames } from './read-frames.ts';
import { isHeadline, readHeading } from './read-headings.ts';
import {
  hasRelative,
  hasVerb,
  isAdverb,
  isApposed,
  isVerb,
  kindAt,
  meet,
  type Reader,
  subjectBehind,
  subjectEnd,
  traitsAt,
} from '../tokens.ts';

/** Longer groups of words before a cue are clauses of their own. */
const LONGEST_SOURCE = 10;
/** "on Tuesday", "in the town hall": hardly longer behind a tag. */
const LONGEST_CIRCUMSTANCE = 5;
const SHORTEST_CONTENT = 3;
const LONGEST_HEADING = 20;

const PLAIN = new RegExp(`^(?:${PLAIN_BASES}|${PLAIN_FORMS})$`);

/** From the cue on: "asked not to be named", "speaking on condition that he not be identified". */
const NOT_NAMED =
  /^(?:ask|request|want|insist|speak|spoke|declin|refus|prefer)\w*\b.{0,24}\b(?:(?:not (?:to )?|to )be (?:named|identified|quoted)\b|on (?:the |strict )?condition )/;
const ASKS = /^(?:ask|request|want|insist|speak|spoke|declin|refus|prefer)/;

/**
 * Reads sentences in which nothing was tagged though they have a plain verb of saying: `CLAUSE, somebody said on Friday` and
 * `Somebody said on Monday the bridge was safe`.
 */
export function readUntagged(reader: Reader, all: readonly LinkedStatement[]): readonly LinkedStatement[] {
  const { paragraph, form } = reader;
  // "who asked not to be named" is a condition, no words.
  const found = all.filter(({ cue, content: [part] }) => {
    if (!part || !cue || !ASKS.test(form(cue.first))) return true;
    const words = Array.from({ length: Math.min(part.last, cue.first + 12) - cue.first + 1 }, (_, k) =>
      form(cue.first + k),
    ).join(' ');
    return !NOT_NAMED.test(words);
  });
  const { from, to, sentence, quotations } = paragraph;
  const taken = new Set<number>();
  for (const { cue, content } of found)
    for (const part of content.length > 0 && cue ? [cue, ...content] : [])
      for (const i of [part.first, part.last]) taken.add(sentence[i - from] ?? -1);
  const quoted = (i: number): boolean => quotations.some(({ open, close }) => open <= i && i <= close);
  const added: LinkedStatement[] = [];
  const isHeading = isHeadline(paragraph);
  for (let first = from; first < to;) {
    let end = first;
    while (end + 1 < to && sentence[end + 1 - from] === sentence[first - from]) end++;
    const next = end + 1;
    if (kindAt(paragraph, end) === KIND.stop) end--;
    const isTaken = taken.has(sentence[first - from] ?? -1);
    const statement = isTaken
      ? (readFront(first, end) ?? readReported(first, end))
      : readSentence(first, end);
    if (statement) added.push(statement);
    first = next;
  }
  if (added.length === 0) return found;
  const isRead = (part: TaggedSpan): boolean =>
    added.some(({ cue, content }) => [cue, ...content].some((one) => one && meet(one, part)));
  const kept = found.filter(({ cue, content }) =>
    content.length > 0 ? cue || !content.every(isRead) : !cue || !isRead(cue),
  );
  return [...kept, ...added];

  function readSentence(first: number, last: number): LinkedStatement | null {
    if (first === from && isHeading && last - first < LONGEST_HEADING)
      return readHeading(reader, first, last);
    const framed = readFrames(reader, first, last);
    if (framed) return framed;
    const timed = readTimed(first, last);
    return timed ?? readTag(first, last);
  }

  /** `CLAUSE, somebody said on Friday` and `Somebody said on Monday the bridge was safe`. */
  function readTag(first: number, last: number): LinkedStatement | null {
    for (let verb = first + 1; verb <= last; verb++) {
      const least = verb === last && kindAt(paragraph, verb - 1) === KIND.pronoun ? CUE_FROM : PLAIN_FROM;
      if (traitsAt(paragraph, verb).cue < least || !isVerb(reader, verb) || quoted(verb)) continue;
      const isWhole = subjectEnd(reader, first) === verb - 1 || isApposed(reader, first, verb - 1);
      let start = isWhole ? first : verb;
      while (start > first && verb - start < LONGEST_SOURCE && !isMark(kindAt(paragraph, start - 1))) start--;
      const before = kindAt(paragraph, verb - 1);
      if (start === verb || before === KIND.auxiliary || before === KIND.relative) continue;
      const cue = { kind: CUE, first: verb, last: verb };
      const named = start === first && !isWhole ? subjectBehind(reader, first, verb) : -1;
      const source = { kind: SOURCE_BEFORE, first: Math.max(start, named), last: verb - 1 };
      const behind = circumstanceEnd(reader, verb);
      const comma = kindAt(paragraph, start - 1) === KIND.comma;
      if (
        comma &&
        behind >= last &&
        behind - verb <= LONGEST_CIRCUMSTANCE &&
        start - 1 - first >= SHORTEST_CONTENT
      )
        return { cue, source, content: [{ kind: CONTENT_BEFORE, first, last: start - 2 }] };
      const inserted = comma ? readInserted(first, start, verb, last) : [];
      if (inserted.length > 0) return { cue, source, content: inserted };
      if (
        start === first &&
        (behind > verb || hasRelative(reader, start, verb) || isWhole || named > 0) &&
        last - behind >= SHORTEST_CONTENT &&
        timeEnd(reader, behind + 1) < last &&
        hasVerb(reader, behind + 2, last)
      )
        return { cue, source, content: withoutFrame(cue, { kind: CONTENT_AFTER, first: behind + 1, last }) };
    }
    return null;
  }

  /** `The gate will open in May, Vale said on Monday, at first for carts only`: what is said on both sides of who says it. */
  function readInserted(first: number, start: number, verb: number, last: number): TaggedSpan[] {
    const end = insertedEnd(reader, verb);
    const rest = end + 2;
    const isLong = start - 1 - first >= SHORTEST_CONTENT || goesOn(reader, rest);
    if (end < 0 || rest > last || !isLong || turnsAway(reader, rest)) return [];
    const parts = [
      { kind: CONTENT_BEFORE, first, last: start - 2 },
      { kind: CONTENT_AFTER, first: rest, last },
    ];
    return quoted(first) || quoted(rest) || quoted(last) ? [] : parts;
  }

  /** `The strike is over, Vale said, adding that carts would run`: the front, where only what is added was tagged. */
  function readFront(first: number, last: number): LinkedStatement | null {
    const more = found.find(
      ({ cue, content }) => cue && content.length > 0 && cue.first > first && cue.first <= last,
    )?.cue;
    if (!more || !form(more.first).endsWith('ing') || kindAt(paragraph, more.first - 1) !== KIND.comma)
      return null;
    const front = { first, last: more.first - 2 };
    const isOnly = found.every(({ content }) => content.every((part) => !meet(part, front)));
    return isOnly && front.last > first ? readTag(front.first, front.last) : null;
  }

  /** `Chad agreed to open the border, officials said on Monday`: who reports it, where only what was agreed is tagged. */
  function readReported(first: number, last: number): LinkedStatement | null {
    let comma = last;
    while (comma > first && kindAt(paragraph, comma) !== KIND.comma) comma--;
    const tail = { first: comma, last };
    const isFree = found.every(({ cue, content }) => {
      if (content.length === 0 || !cue) return !content.some((part) => meet(part, tail));
      // "She denied telling the board that …, Vale said": what was never said is not said by who reports it.
      const isPlain = PLAIN.test(form(cue.last)) && meet(cue, { first, last });
      return !isPlain && !meet(cue, tail) && !content.some((part) => meet(part, tail));
    });
    const tag = isFree && comma > first && !quoted(comma - 1) ? readTag(first, last) : null;
    return tag?.source?.first === comma + 1 && tag.content.every((part) => part.last < comma) ? tag : null;
  }

  /** `Vale on Monday rejected the plan`, `Vale threatened on Monday to resign`: a time between subject, verb and object. */
  function readTimed(first: number, last: number): LinkedStatement | null {
    let end = subjectEnd(reader, first);
    if (end < first) return null;
    // "The Azerbaijani parliament"
    while (
      kindAt(paragraph, end + 1) === KIND.other &&
      !isVerb(reader, end + 1) &&
      !isAdverb(reader, end + 1)
    )
      end++;
    const time = timeEnd(reader, end + 1);
    let verb = Math.max(end, time) + 1;
    if (isAdverb(reader, verb)) verb++;
    if (!isVerb(reader, verb) || traitsAt(paragraph, verb).cue < CUE_FROM || quoted(verb)) return null;
    const behind = Math.max(verb, timeEnd(reader, verb + 1));
    if ((time < 0 && behind === verb) || last - behind < SHORTEST_CONTENT) return null;
    const cue = { kind: CUE, first: verb, last: verb };
    return {
      cue,
      source: { kind: SOURCE_BEFORE, first, last: end },
      content: withoutFrame(cue, { kind: CONTENT_AFTER, first: behind + 1, last }),
    };
  }

  /** Without who is told, and when. */
  function withoutFrame(cue: TaggedSpan, content: TaggedSpan): TaggedSpan[] {
    return cutAddressee(reader, cutCircumstance(reader, [cue, content])).slice(1);
  }
}
