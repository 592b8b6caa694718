import {
  CONTENT_AFTER,
  CONTENT_BEFORE,
  CUE,
  SOURCE_BEFORE,
  type TaggedSpan,
} from '../../tag/token-labels.ts';
import { isMark, KIND } from '../../tag/word-traits.ts';
import { timeEnd } from '../cut-circumstance.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { isAdverb, isApposed, isVerb, kindAt, meet, type Reader, subjectEnd, traitsAt } from '../tokens.ts';
import { PLAIN_FORMS } from '../saying-verbs.ts';
import { LONGEST_CIRCUMSTANCE, sentenceAt, SMALL } from './join-halves.ts';

const SHORTEST_FRONT = 3;
/** "told a parliamentary committee", "told the Post on Monday". */
const LONGEST_ADDRESSEE = 5;
/** "Defence Minister", "the president's spokesman", "a spokeswoman for the growers". */
const LONGEST_SOURCE = 10;
const SAYS = new RegExp(`^(?:${PLAIN_FORMS}|added|adds|warned|replied)$`);
const TELLS = /^(?:told|tells)$/;
/** A sentence that begins so tells when, where or how before who speaks. */
const NO_CLAUSE =
  /^(?:as|if|when|while|after|before|although|though|because|since|once|until|despite|in|on|at|by|with|for|from|to|under|during|whether|and|but|or|so|\w+ing|asked)$/i;
/** What belongs to what was said, though who says it stands between: "…, Roe said on Friday, if both asked for it". */
const CONDITION = /^(?:if|unless|provided|providing|only)$/;

/**
 * `The bridge stays shut, the mayor's spokesman said on Friday, and nobody …`; `The town would pay, Jo Field told deputies`:
 * a clause in front of who says it in so many words, which nothing was tagged in.
 */
export function readFronts(reader: Reader, found: readonly LinkedStatement[]): readonly LinkedStatement[] {
  const { paragraph, form } = reader;
  const { from, to } = paragraph;
  let statements = found;
  for (let first = from; first < to;) {
    const sentence = sentenceAt(reader, first);
    const front = frontOf(reader, sentence.first, sentence.last);
    if (front !== null) statements = withFront(statements, front, sentence.last);
    first = Math.max(first, sentence.last) + 1;
    while (first < to && isMark(kindAt(paragraph, first)) && sentenceAt(reader, first).first !== first)
      first++;
  }
  return statements;

  function withFront(all: readonly LinkedStatement[], { content, source, cue, behind }: Front, last: number) {
    const own = all.find((one) => one.cue !== null && meet(one.cue, cue));
    const isFree = all.every((one) =>
      [one.cue, one.source, ...one.content].every((part) => part === null || !meet(part, content)),
    );
    if (!isFree) return all;
    if (own) {
      if (own.content.some((part) => part.first < cue.first)) return all;
      return all.map((one) => (one === own ? { ...own, source, content: [content, ...own.content] } : one));
    }
    const rest = { kind: CONTENT_AFTER, first: behind + 2, last };
    const goesOn =
      rest.first < last &&
      CONDITION.test(form(rest.first)) &&
      all.every(({ content: parts }) => parts.every((part) => !meet(part, rest)));
    return [...all, { cue, source, content: goesOn ? [content, rest] : [content] }];
  }
}

interface Front {
  readonly content: TaggedSpan;
  readonly source: TaggedSpan;
  readonly cue: TaggedSpan;
  /** The last token of who says it, to whom and when. */
  readonly behind: number;
}

function frontOf(reader: Reader, first: number, last: number): Front | null {
  const { paragraph, form } = reader;
  if (NO_CLAUSE.test(form(first))) return null;
  const isQuoted = (i: number): boolean =>
    paragraph.quotations.some(({ open, close }) => open <= i && i <= close);
  for (let comma = first + SHORTEST_FRONT; comma < last; comma++) {
    if (kindAt(paragraph, comma) !== KIND.comma || isQuoted(comma)) continue;
    const verb = sayingVerb(reader, comma + 1, last);
    if (verb < 0) continue;
    const behind = tagEnd(reader, verb, last);
    const next = kindAt(paragraph, behind + 1);
    // "Announced after a meeting that went on past midnight": "that" tells of the meeting.
    const isOfPlace = behind > verb + 1 && (next === KIND.that || next === KIND.relative);
    if (behind < last && !isMark(next) && !isOfPlace) continue;
    for (let i = first; i < comma; i++) if (isQuoted(i)) return null;
    if (!hasVerb(reader, first + 1, comma - 1)) return null;
    return {
      content: { kind: CONTENT_BEFORE, first, last: comma - 1 },
      source: { kind: SOURCE_BEFORE, first: comma + 1, last: verb - 1 },
      cue: { kind: CUE, first: verb, last: verb },
      behind,
    };
  }
  return null;
}

/** The verb of saying right behind a subject that begins with token `start`; -1 where there is none. */
function sayingVerb(reader: Reader, start: number, last: number): number {
  const { form } = reader;
  for (let i = start + 1; i <= Math.min(last, start + LONGEST_SOURCE); i++) {
    const kind = kindAt(reader.paragraph, i);
    if (isMark(kind) && kind !== KIND.comma && !/^['’]/.test(form(i))) return -1;
    if (!SAYS.test(form(i))) continue;
    if (kindAt(reader.paragraph, i - 1) === KIND.comma) return isApposed(reader, start, i - 1) ? i : -1;
    let end = i - 1;
    while (end > start && isAdverb(reader, end)) end--;
    return isSubject(reader, start, end) ? i : -1;
  }
  return -1;
}

/** Names and nouns from `start` to `end`, and no verb or clause of their own. */
function isSubject(reader: Reader, start: number, end: number): boolean {
  if (subjectEnd(reader, start) === end) return true;
  const { paragraph, form } = reader;
  const opening = kindAt(paragraph, start);
  if (opening !== KIND.article && !traitsAt(paragraph, start).capital) return false;
  for (let i = start; i <= end; i++) {
    const kind = kindAt(paragraph, i);
    if (kind === KIND.comma) return false;
    if (kind === KIND.auxiliary || kind === KIND.relative || kind === KIND.that || kind === KIND.conjunction)
      return false;
    if (kind === KIND.to || (i > start && form(i).endsWith('ed') && !traitsAt(paragraph, i).capital))
      return false;
  }
  return true;
}

/** The end of whom it is told and when and where, behind the verb. */
function tagEnd(reader: Reader, verb: number, last: number): number {
  const { paragraph, form } = reader;
  let end = verb;
  if (TELLS.test(form(verb))) {
    while (end < last && end - verb < LONGEST_ADDRESSEE) {
      const kind = kindAt(paragraph, end + 1);
      if (
        isMark(kind) ||
        kind === KIND.preposition ||
        kind === KIND.that ||
        kind === KIND.auxiliary ||
        timeEnd(reader, end + 1) > end
      )
        break;
      end++;
    }
  }
  const start = end;
  while (end < last && end - start < LONGEST_CIRCUMSTANCE) {
    const kind = kindAt(paragraph, end + 1);
    const opens = kind === KIND.preposition || SMALL.test(form(end + 1)) || timeEnd(reader, end + 1) > end;
    // "said in Paris that", "said on Monday he would": what is said behind it, not in front.
    if (end === start && !opens) break;
    if (isMark(kind) || kind === KIND.auxiliary || kind === KIND.that || kind === KIND.to) break;
    end++;
  }
  return Math.min(end, last);
}

function hasVerb(reader: Reader, first: number, last: number): boolean {
  for (let i = first; i <= last; i++)
    if (kindAt(reader.paragraph, i) === KIND.auxiliary || isVerb(reader, i)) return true;
  return false;
}
