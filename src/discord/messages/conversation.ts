import type { Named, NamedPart } from '../../domain/question.ts';
import type { Span } from '../../text/span.ts';
import { isCheckingWord } from './asks-whether-right.ts';
import type { Narrowed, Talk } from './talk.ts';
import { SHARED_WORDS } from '../words/shared-words.ts';

/** What is asked in the end, and what of it comes from before. */
export interface FollowUp {
  readonly question: string;
  readonly narrowed: Narrowed;
  /** Another page of what was asked before. */
  readonly page?: number;
}

/** "And …", "only …", "what about …", "I mean …", or a word for what was said before. */
const GOES_ON =
  /^(?:and|but|also|only|just|or|no|nah|sorry|what about|how about)\b|\b(?:that|this|those|these|it|they|them|their|he|she|him|his|her)\b|\bi mean(?:t)?\b/i;
/** What comes behind it is what is asked about. */
const ABOUT = /\b(?:what|how) about\s+\p{L}/iu;
const VERB = /\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should)\b/i;
/** "More", "anything else?": what is asked for is asked already. */
const MORE =
  /^(?=.*\b(?:more|else|others?|next)\b)(?:\W*\b(?:and|any|some|anything|is|there|show|me|the|what|please|pls|more|else|others?|ones|next|page)\b)+\W*$/i;
const REFERENCE = /^(?:sources?|links?|proof|quotes?|citations?|evidence)$/;

/** Whether a word is for where something stands, or whether it does: "source". */
export const isReference = (word: string): boolean => REFERENCE.test(word);

/** Whether a word says nothing but that the message goes on: "I meant …". */
export const isGoingOn = (word: string): boolean => /^mean(?:t|ing)?$/.test(word);

const OPENING = /^(?:\p{L}{1,4}[\s,.!…]+){1,2}?(?=(?:and|but|also|only|just|or|what about|how about)\b)/iu;

/** Whether a message goes on with what was said before it, by its form: without that it says nothing whole. */
function leans(text: string, named: Named): boolean {
  // "And who called it a dud?" asks for somebody else.
  if (named.kind === 'who-said' && named.rest.some((word) => !isReference(word))) return false;
  if (MORE.test(text) || GOES_ON.test(text.trim())) return true;
  if (named.rest.length === 0) return /\p{L}/u.test(named.clause) && !VERB.test(named.clause);
  return named.parts.length === 0 && named.rest.every(isReference);
}

/**
 * The question as it is meant after `before`: the one before with whom and what the new one names in place of what it
 * named. A question of its own words keeps them, and takes over only what it does not name. Null for none: a question that
 * stands for itself is left alone.
 *
 * @param base what the question before names; null where there was none, only options of a command
 */
export function followUp(text: string, named: Named, before: Talk, base: Named | null): FollowUp | null {
  if (!leans(text, named)) return null;
  const { page = 0, question: last } = before;
  if (MORE.test(text) && last !== undefined)
    return { question: last, narrowed: narrowedOf(before), page: page + 1 };
  const own: Narrowed = isTopicAlone(named, before) ? { topic: named.topic } : named;
  // A side is not asked for beside a speaker: "only Sherman", "what did Russia say to that?"
  const who: Narrowed = own.speaker === undefined && own.side === undefined ? before : own;
  const narrowed = narrowedOf({
    ...(who.speaker === undefined ? { side: who.side } : { speaker: who.speaker }),
    topic: own.topic ?? before.topic,
  });
  if (last === undefined || base === null)
    return Object.keys(narrowed).length > 0 ? { question: text, narrowed } : null;
  const names = own.speaker ?? own.side ?? own.topic;
  // "And in October?": the same of another time.
  if (names === undefined && named.time !== undefined && !VERB.test(named.clause))
    return { question: atTime(base, named, named.time), narrowed };
  // "What did she say to that": of what was asked before nothing but the names is left; "who said that?" asks for all of it.
  const asksMore = named.rest.some((word) => !isReference(word) && !isCheckingWord(word));
  const isWhole = asksMore || names !== undefined;
  if (isWhole && VERB.test(named.clause)) return { question: text, narrowed };
  // "What about part-timers": its own words are what is asked about, in place of the topic before.
  if (isWhole && names === undefined && ABOUT.test(text))
    return { question: text, narrowed: narrowedOf({ side: who.side, speaker: who.speaker }) };
  return { question: names === undefined ? joined(base, named) : substituted(base, named, own), narrowed };
}

/** The text without short words at its beginning that name nobody: "hm and the union?", "oh what about shields". */
export function withoutOpening(text: string, { clause, rest }: Named): string {
  const opening = OPENING.exec(text)?.[0] ?? '';
  const words = opening.toLowerCase().match(/\p{L}+/gu) ?? [];
  const isOpening = words.every(
    (word) => rest.includes(word) || !new RegExp(`\\b${word}\\b`, 'i').test(clause),
  );
  return isOpening ? text.slice(opening.length) : text;
}

/** The question before with what the new one asks of it. */
function joined(base: Named, { clause, rest }: Named): string {
  return rest.length > 0 ? base.clause : `${base.clause} ${clause}`;
}

/** The question before, asked of the time that the new one tells, in place of its own. */
function atTime(base: Named, { clause }: Named, { start, end }: Span): string {
  const text =
    base.time === undefined
      ? base.clause
      : base.clause.slice(0, base.time.start).trimEnd() + base.clause.slice(base.time.end);
  const mark = /[?!.\s]*$/.exec(text)?.[0] ?? '';
  return `${text.slice(0, text.length - mark.length)} ${clause.slice(start, end)}${mark.trim()}`;
}

const isWho = ({ kind, id }: NamedPart, of: Narrowed): boolean =>
  of.speaker === undefined ? kind === 'side' && id === of.side : kind === 'speaker' && id === of.speaker;
const isTopic = ({ kind, id }: NamedPart, of: Narrowed): boolean => kind === 'topic' && id === of.topic;

/** The question before with the new names in the places of the old ones; behind it where it has no place for them. */
function substituted(base: Named, named: Named, own: Narrowed): string {
  let text = base.clause;
  let behind = '';
  for (const is of [isWho, isTopic]) {
    const part = named.parts.find((one) => is(one, own));
    if (part === undefined) continue;
    const words = named.clause.slice(part.start, part.end);
    const place = base.parts.find((one) => is(one, base));
    const old = place === undefined ? '' : base.clause.slice(place.start, place.end);
    if (old !== '' && text.includes(old)) text = text.replace(old, () => words);
    else behind += ` ${is === isTopic ? SHARED_WORDS.onTopic(words) : words}`;
  }
  return text + behind;
}

/**
 * Whether a country that is a side and a topic stands for the topic: after a question to somebody on something else, "and
 * Ukraine?" asks the same of them on Ukraine.
 */
function isTopicAlone({ parts, rest, clause }: Named, before: Talk): boolean {
  if ((before.side ?? before.speaker) === undefined || rest.length > 0 || VERB.test(clause)) return false;
  const topics = parts.filter(({ kind }) => kind === 'topic');
  const parties = parts.filter(({ kind }) => kind !== 'topic');
  return parties.every(({ kind, start }) =>
    topics.some((topic) => kind === 'side' && topic.start === start && topic.id !== before.topic),
  );
}

function narrowedOf({ side, speaker, topic }: Narrowed): Narrowed {
  return {
    ...(side === undefined ? {} : { side }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(topic === undefined ? {} : { topic }),
  };
}
