import { SOURCE_BEFORE } from '../tag/token-labels.ts';
import { isMark, KIND } from '../tag/word-traits.ts';
import { type LinkedStatement } from './link-spans.ts';
import { isVerb, kindAt, meet, type Reader } from './reader.ts';

const LONGEST_SUBJECT = 10;

/** Whether tokens `[first, last]` name somebody and tell nothing of them: no verb, no mark but an apostrophe. */
function isSubject(reader: Reader, first: number, last: number): boolean {
  const { paragraph, form } = reader;
  if (last - first >= LONGEST_SUBJECT) return false;
  for (let i = first; i <= last; i++) {
    const kind = kindAt(paragraph, i);
    if (kind === KIND.auxiliary || kind === KIND.that || kind === KIND.to || kind === KIND.conjunction)
      return false;
    if (kind === KIND.relative || (isMark(kind) && !/^['’]$/.test(form(i)))) return false;
  }
  return first === last || !isVerb(reader, last) || !/ed$/.test(form(last));
}

/** "The pilots' union threatened to strike": a subject just before its verb says it, and is no part of what is said. */
export function readSubjects(reader: Reader, found: readonly LinkedStatement[]): readonly LinkedStatement[] {
  const { paragraph } = reader;
  return found.map((statement) => {
    const { cue, source, content } = statement;
    const subject = content.find(({ last }) => cue && last === cue.first - 1);
    if (
      !cue ||
      source ||
      !subject ||
      kindAt(paragraph, cue.first) === KIND.auxiliary ||
      !content.some(({ first }) => first > cue.last)
    )
      return statement;
    const quoted = paragraph.quotations.some(({ open, close }) =>
      meet(subject, { first: open, last: close }),
    );
    if (quoted || !isSubject(reader, subject.first, subject.last)) return statement;
    return {
      cue,
      source: { ...subject, kind: SOURCE_BEFORE },
      content: content.filter((part) => part !== subject),
    };
  });
}
