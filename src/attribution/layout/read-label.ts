import { ALONE, APPOSITION, LABEL, PART } from './label-forms.ts';
import { textAt, type Span } from '../../text/span.ts';
import { pronounOfGiven } from '../../text/words/given-names.ts';
import { isRole, isTitleWord, singular } from '../who/role-words.ts';
import { isSmallWord } from '../../text/words/english-words.ts';

/** The name of who speaks, in front of what is said: "**Ms. ROE (Ohio):** We …", "[00:05] Ann Roe: …", "Q. …". */
export interface Label {
  /** Number of the paragraph that it opens. */
  readonly paragraph: number;
  /** The words that name who speaks. */
  readonly name: Span;
  /** What stands in brackets behind the name: an office, a constituency, how it is said. */
  readonly besides: Span | null;
  /** Where what is said begins; the paragraph's end when the label stands alone. */
  readonly end: number;
  /** Whether the label only tells questions from answers. */
  readonly part: 'asks' | 'answers' | null;
}

/** What the form of a label says for it; each is worth so many points, `ENOUGH_POINTS` make a label. */
export const LABEL_POINTS = {
  capitals: 2,
  titled: 2,
  numbered: 2,
  timed: 2,
  again: 2,
  severalWords: 1,
  set: 1,
  bracketed: 1,
  speech: 1,
  nextToAnother: 1,
  named: 1,
  nextToLabel: 1,
  commonWord: -3,
  noSentence: -1,
};
export const ENOUGH_POINTS = 3;
/** Labels are looked for in so many characters of a paragraph. */
const LONGEST_LABEL = 200;
export const LONGEST_NAME_WORDS = 7;
/** "Several members", "An honourable senator". */
const LONGEST_COLLECTIVE = 4;
/** So many of the longer words of a headline or a list of names have capitals. */
const HEADLINE_SHARE = 0.7;

const SPEECH = /\b(?:I|we|you|our|my|your|us|me)\b|[?!]/i;
const SENTENCE = /[.!?…—–:;]["'”’»)\]*_]*$/;
/** Longer ones are headings. */
const LONGEST_PROPER = 4;
/** In headings, not in what somebody is called. */
const PREPOSITION =
  /^(?:on|in|to|at|by|from|with|as|about|into|over|after|before|against|through|is|are|was|were)$/;
const INITIAL = /^\p{Lu}\.?$/u;
const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}.'’&/-]+$/u;
const SMALL = /^(?:of|the|for|and|de|da|di|du|la|le|van|von|der|den|al|el|bin|ibn|pro|tempore|c|mc|mac)$/i;

/** What may be a label. */
export interface LabelCandidate extends Label {
  /** Without a word behind it in its paragraph, and without a time: a label only where it comes again. */
  readonly alone: boolean;
  /** The same, set as a heading, and a name of several words. */
  readonly heads: boolean;
  readonly key: string;
  readonly titled: boolean;
  readonly capitals: boolean;
  readonly collective: boolean;
  /** "Several delegates": what it ends with is what people are. */
  readonly people: boolean;
  readonly bracketed: boolean;
  points: number;
}

const wordsOf = (name: string): string[] => name.split(/[\s,]+/).filter(Boolean);
const isSmall = (word: string): boolean => /^\p{Ll}/u.test(word) && !SMALL.test(word);
const keyOfWord = (word: string): string => word.toLowerCase().replace(/[.'’]/g, '');
const spanOf = (match: RegExpExecArray, group: string, offset: number): Span | null => {
  const range = match.indices?.groups?.[group];
  return range && range[1] > range[0] ? { start: offset + range[0], end: offset + range[1] } : null;
};

/** Whether words can be what somebody says: no figures alone, no list of names, no headline; nothing at all may follow. */
function isSpeech(rest: string): boolean {
  const words = rest.slice(0, LONGEST_LABEL).match(/[\p{L}\p{M}'’]+/gu) ?? [];
  if (rest !== '' && (words.length === 0 || /^[-–—/]\s/.test(rest))) return false;
  const long = words.filter((word) => word.length > 3);
  const capital = long.filter((word) => /^\p{Lu}/u.test(word));
  return long.length < 3 || capital.length / long.length < HEADLINE_SHARE;
}

/** A label as the form of a paragraph's beginning allows one; the points that the form alone gives. */
export function readLabel(
  text: string,
  paragraph: Span,
  number: number,
  isKnown: (word: string) => boolean,
): LabelCandidate | null {
  const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_LABEL));
  const part = PART.exec(opening);
  if (part) {
    const name = spanOf(part, 'name', paragraph.start);
    if (!name) return null;
    const asks = part.groups?.['asks'] !== undefined;
    const none = {
      alone: false,
      heads: false,
      titled: false,
      capitals: true,
      collective: false,
      people: false,
      bracketed: false,
      besides: null,
    };
    const end = paragraph.start + part[0].length;
    return {
      ...none,
      paragraph: number,
      name,
      end,
      part: asks ? 'asks' : 'answers',
      key: asks ? 'q' : 'a',
      points: 0,
    };
  }
  const inline = LABEL.exec(opening);
  const match = inline ?? (opening.length === paragraph.end - paragraph.start ? ALONE.exec(opening) : null);
  const label = match && spanOf(match, 'name', paragraph.start);
  if (!match || !label) return null;
  // "Jane Roe, historian: …": what stands behind the comma tells who that is.
  const office = inline?.groups?.['stop'] === undefined && APPOSITION.exec(textAt(text, label));
  const name = office ? { ...label, end: label.start + office.index } : label;
  const words = wordsOf(textAt(text, name));
  // "Chief negotiator Jane Roe": what stands before a name of two words tells who that is.
  const called = words.slice(words.findLastIndex(isSmall) + 1);
  const before = words.slice(1, words.length - called.length);
  const isCalled =
    inline !== null &&
    before.length > 0 &&
    called.length > 1 &&
    !before.some((word) => PREPOSITION.test(word));
  const of = words.findIndex((word) => /^of$/i.test(word));
  const head = isCalled ? called : of > 0 ? words.slice(0, of) : words;
  const proper = head.filter((word) => !SMALL.test(word) && !isTitleWord(keyOfWord(word)));
  const titled =
    proper.length < words.filter((word) => !SMALL.test(word)).length ||
    (/^the$/i.test(words[0] ?? '') && words.slice(1).some((word) => CAPITALS.test(word)));
  const shouted = (proper.length > 0 ? proper : words).filter(
    (word) => !/^\d+$/.test(word) && !SMALL.test(word),
  );
  const capitals = shouted.every((word) => CAPITALS.test(word) || (shouted.length > 1 && INITIAL.test(word)));
  const numbered = words.length > 1 && /^\d{1,3}$/.test(words.at(-1) ?? '');
  const small = isCalled ? [] : words.slice(1).filter(isSmall);
  const besides =
    spanOf(match, 'besides', paragraph.start) ?? (office ? { start: name.end + 2, end: label.end } : null);
  const timed = match.groups?.['time'] !== undefined || /\d:\d\d/.test(match.groups?.['besides'] ?? '');
  const set = (match.groups?.['set'] ?? '') !== '';
  if (words.length > (small.length > 0 && !titled ? LONGEST_COLLECTIVE : LONGEST_NAME_WORDS)) return null;
  if (proper.length > LONGEST_PROPER) return null;
  const last = words.at(-1) ?? '';
  // "Mr. ROE.", "Mr. ROE of Ohio.": else any short sentence were a label.
  const stops = shouted.every((word) => !word.includes('.') || INITIAL.test(word));
  if (match.groups?.['stop'] && !(capitals && titled && stops)) return null;
  const rest = textAt(text, { start: paragraph.start + match[0].length, end: paragraph.end });
  const alone = rest === '' && !timed;
  if (!isSpeech(rest) || (alone && small.length > 0)) return null;
  const surname = proper.at(-1) ?? last;
  const title = surname.charAt(0) + surname.slice(1).toLowerCase();
  const isNamed =
    isKnown(title) || (proper.length > 0 && pronounOfGiven(keyOfWord(proper[0] ?? '')) !== null);
  const common = proper.some((word) => word.length > 3 && isKnown(word.toLowerCase()));
  const points =
    (capitals ? LABEL_POINTS.capitals : 0) +
    (titled ? LABEL_POINTS.titled : 0) +
    (numbered ? LABEL_POINTS.numbered : 0) +
    (timed ? LABEL_POINTS.timed : 0) +
    (set ? LABEL_POINTS.set : 0) +
    (besides ? LABEL_POINTS.bracketed : 0) +
    (proper.length > 1 && small.length === 0 ? LABEL_POINTS.severalWords : 0) +
    (isNamed ? LABEL_POINTS.named : 0) +
    (SPEECH.test(rest) ? LABEL_POINTS.speech : 0) +
    (common && !titled && !numbered && small.length === 0 ? LABEL_POINTS.commonWord : 0) +
    (inline && rest !== '' && !SENTENCE.test(rest.trimEnd()) ? LABEL_POINTS.noSentence : 0);
  return {
    paragraph: number,
    name,
    besides,
    end: paragraph.start + match[0].length,
    part: null,
    alone,
    heads:
      alone && set && !inline && proper.length > 1 && !proper.some((word) => isSmallWord(keyOfWord(word))),
    key: (proper.length > 0 ? proper : words).map(keyOfWord).join(' '),
    titled: titled && capitals,
    capitals,
    collective: small.length > 0,
    people: last.endsWith('s') && isRole(singular(keyOfWord(last))),
    bracketed: besides !== null && !timed,
    points,
  };
}
