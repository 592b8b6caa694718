import { ALONE, APPOSITION, LABEL, MESSAGE, SHOUTED_OFFICE } from './label-forms.ts';
import { spanOf, type LabelCandidate } from './label.ts';
import { readChange, readPart } from './read-part.ts';
import { textAt, trimSpan, type Span } from '../../../text/span.ts';
import { pronounOfGiven } from '../../../text/words/given-names.ts';
import { isRole, isTitleWord, singular } from '../../who/role-words.ts';
import { isSmallWord } from '../../../text/words/english-words.ts';

/** What the form of a label says for it; each is worth so many points, `ENOUGH_POINTS` make a label. */
export const LABEL_POINTS = {
  capitals: 2,
  titled: 2,
  numbered: 2,
  timed: 2,
  dashed: 2,
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

const wordsOf = (name: string): string[] => name.split(/[\s,]+/).filter(Boolean);
const isSmall = (word: string): boolean => /^\p{Ll}/u.test(word) && !SMALL.test(word);
const keyOfWord = (word: string): string => word.toLowerCase().replace(/[.'’]/g, '');
/**
 * Whether words can be what somebody says: no figures alone, no list of names, no headline; nothing at all may follow.
 * Somebody with a title may say what looks like one: “Objection, Your Honor.”
 */
function isSpeech(rest: string, titled: boolean): boolean {
  const words = rest.slice(0, LONGEST_LABEL).match(/[\p{L}\p{M}'’]+/gu) ?? [];
  if (rest !== '' && (words.length === 0 || /^[-–—/]\s/.test(rest))) return false;
  const long = words.filter((word) => word.length > 3);
  const capital = long.filter((word) => /^\p{Lu}/u.test(word));
  // “Madam President, the report came in April.”: no headline ends with a stop.
  const isStopped = /\.["'”’]?$/.test(rest) && (titled || words.length > long.length);
  return isStopped || long.length < 3 || capital.length / long.length < HEADLINE_SHARE;
}

/** A label as the form of a paragraph's beginning allows one; the points that the form alone gives. */
export function readLabel(
  text: string,
  paragraph: Span,
  number: number,
  isKnown: (word: string) => boolean,
): LabelCandidate | null {
  return (
    readPart(text, paragraph, number) ??
    readNamed(text, paragraph, number, isKnown) ??
    readChange(text, paragraph, number)
  );
}

function readNamed(
  text: string,
  paragraph: Span,
  number: number,
  isKnown: (word: string) => boolean,
): LabelCandidate | null {
  const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_LABEL));
  const inline = MESSAGE.exec(opening) ?? LABEL.exec(opening);
  const match = inline ?? (opening.length === paragraph.end - paragraph.start ? ALONE.exec(opening) : null);
  const label = match && spanOf(match, 'name', paragraph.start);
  if (!match || !label) return null;
  // "Jane Roe, historian: …", "JANE ROE, HOST: …": what stands behind the comma tells who that is.
  const shouted = SHOUTED_OFFICE.exec(textAt(text, label));
  const office =
    inline?.groups?.['stop'] === undefined ? (APPOSITION.exec(textAt(text, label)) ?? shouted) : null;
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
  const loud = (proper.length > 0 ? proper : words).filter(
    (word) => !/^\d+$/.test(word) && !SMALL.test(word),
  );
  const capitals = loud.every((word) => CAPITALS.test(word) || (loud.length > 1 && INITIAL.test(word)));
  const numbered = words.length > 1 ? /^\d{1,3}$/.test(words.at(-1) ?? '') : /_\d{1,3}$/.test(words[0] ?? '');
  const small = isCalled ? [] : words.slice(1).filter(isSmall);
  const behind = spanOf(match, 'office', paragraph.start);
  const besides =
    spanOf(match, 'besides', paragraph.start) ??
    (office
      ? { start: name.end + 2, end: label.end }
      : behind && trimSpan(text, { ...behind, start: behind.start + 3 }));
  const dashed = match.groups?.['dash'] !== undefined;
  const officed = behind !== null && !inline;
  const timed = match.groups?.['time'] !== undefined || /\d:\d\d/.test(match.groups?.['besides'] ?? '');
  const set = (match.groups?.['set'] ?? '') !== '';
  if (words.length > (small.length > 0 && !titled ? LONGEST_COLLECTIVE : LONGEST_NAME_WORDS)) return null;
  if (proper.length > LONGEST_PROPER) return null;
  const last = words.at(-1) ?? '';
  // "Mr. ROE.", "Mr. ROE of Ohio.": else any short sentence were a label.
  const stops = loud.every((word) => !word.includes('.') || INITIAL.test(word));
  if (match.groups?.['stop'] && !(capitals && titled && stops)) return null;
  const rest = textAt(text, { start: paragraph.start + match[0].length, end: paragraph.end });
  const alone = rest === '' && !timed;
  if (!isSpeech(rest, titled) || (alone && small.length > 0)) return null;
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
    (dashed ? LABEL_POINTS.dashed : 0) +
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
    bracketed: besides !== null && !timed && !shouted && !dashed,
    officed,
    holds:
      officed &&
      (textAt(text, behind).match(/\p{L}+/gu) ?? []).some((word) => isRole(singular(word.toLowerCase()))),
    points,
  };
}
