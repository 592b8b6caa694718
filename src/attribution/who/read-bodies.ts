import { stemOf } from '../../text/words/words.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import { indexAt } from '../../text/span.ts';
import { isOpener } from './name-bounds.ts';
import type { Word } from '../../text/words/scan-words.ts';
import type { Turn } from './cast/pick-person.ts';
import { isOfficialBody, type Sides } from './side-words.ts';
import { SMALL } from './source-phrase.ts';
import { NOBODY, ofBody, ofSide, type Speaker } from './speaker.ts';

/** "Moscow's demands": a side's paper or voice is the side. */
const VOICE =
  /^(?:demand|proposal|position|stance|view|statement|response|reply|answer|offer|request|plan|draft|document|claim|warning|policy|speech|letter|note)s?$/;
const PAPER =
  /^(?:report|summary|analysis|filing|lawsuit|poll|survey|study|email|e-mail|memo|tweet|post|release|message|word|reply|advice|appeal|verdict)s?$/;
export const isVoice = (key: string): boolean => VOICE.test(key);
/** Whether a word is for what is said or written, so that somebody has said it. */
export const isPaper = (key: string): boolean => isVoice(key) || PAPER.test(key);
const BODY_WORDS = 7;
/** Words looked back through for the name of "the ministry". */
const BODY_BEFORE = 80;
/** "national low-cost carrier" */
const WHAT_WORDS = 4;
/** "Roe", "WikiRoe"; no "PAC", no "2013". */
const ONE_NAME = /^\p{Lu}\p{L}*\p{Ll}\p{L}*$/u;
/** Turns looked back through for "the ministry". */
const TURNS_BACK = 12;

/** Reads a thing when it is first asked for. */
function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: read() }).value;
}

/** The last word of a body's name: capitals on end, also behind the apostrophe of "Workers' Union". */
function bodyEnd(words: readonly Word[], first: number): number {
  let last = first;
  while (last - first < BODY_WORDS && words[last + 1]?.capital) {
    const next = words[last + 1];
    const apostrophe = words[last]?.possessive && /s$/i.test(words[last]?.form ?? '');
    if (!next?.joined && !(apostrophe && (next?.start ?? 0) - (words[last]?.end ?? 0) <= 2)) break;
    last++;
  }
  return last;
}

/**
 * Creates the reading of bodies that no list knows: the name as written, with a side where an adjective or possessive gives
 * it; "the ministry" is the one that spoke before. `words` are those of the whole text.
 */
export function createBodies(
  text: string,
  words: readonly Word[],
  sides: Sides,
): (phrase: readonly Word[], before: readonly Turn[]) => Speaker {
  // Few articles have anybody whom it takes all their words to know.
  const lowerCase = once(() => new Set(words.filter(({ capital }) => !capital).map(({ key }) => key)));
  const capitalInside = once(
    () => new Set(words.flatMap(({ key, capital, joined }) => (capital && joined ? [stemOf(key)] : []))),
  );
  /** "Mourners said", "Keeps saying": a common word whose one capital is its sentence's. */
  const isCapitalOfSentence = ({ key, joined }: Word): boolean =>
    !joined && isEnglishWord(key) && !capitalInside().has(stemOf(key));

  /** Names of several words with "the" before them, by their last word. */
  const bodies = once(() => {
    const found = new Map<string, Set<string>>();
    for (let i = 1; i < words.length; i++) {
      if (words[i - 1]?.key !== 'the' || !words[i]?.capital || sides.at(words, i)) continue;
      const last = bodyEnd(words, i);
      const key = words[last]?.key ?? '';
      if (last > i)
        found.set(key, (found.get(key) ?? new Set()).add(text.slice(words[i]?.start, words[last]?.end)));
    }
    return found;
  });

  /** "The carmaker Roe", "Software firm Roe": a name of one word behind what it is; null for other phrases. */
  const nameBehind = (phrase: readonly Word[]): Speaker | null => {
    const name = phrase.at(-1);
    const what = phrase.slice(0, -1);
    if (!name?.joined || !ONE_NAME.test(name.form) || name.possessive || what.length === 0) return null;
    const isWhat = what.every(
      (word, i) =>
        (!word.capital || (i === 0 && what.length > 1 && isCapitalOfSentence(word))) &&
        !isOpener(word.key) &&
        !SMALL.test(word.key),
    );
    if (!isWhat || what.length > WHAT_WORDS || isOpener(name.key) || isEnglishWord(name.key)) return null;
    if (sides.at([name], 0)) return null;
    return ofBody(name.form, null, null);
  };

  /** "The Russian Defence Ministry put out a film. The ministry said": the one last named in front of word `index`; null without. */
  const bodyBefore = (index: number, key: string): Speaker | null => {
    for (let i = index - 1; i >= Math.max(0, index - BODY_BEFORE); i--) {
      if (words[i]?.key !== key || !words[i]?.capital) continue;
      let from = i;
      while (from > 0 && i - from < BODY_WORDS && words[from]?.joined && words[from - 1]?.capital) from--;
      const name = words.slice(from, i + 1);
      const leading = sides.at(words, from);
      return name.length < 2
        ? null
        : (sides.whole(name) ?? ofBody(text.slice(words[from]?.start, words[i]?.end), leading?.side ?? null));
    }
    return null;
  };

  return (phrase, before) => {
    const [first] = phrase;
    if (!first) return NOBODY;
    const at = words.indexOf(first, Math.max(0, indexAt(words, first.start)));
    const definite = first.joined && words[at - 1]?.key === 'the';
    // "One of Russia's demands", "Some of the envoys": no name begins so.
    if (isOpener(first.key) && phrase[1]?.key === 'of') {
      const named = sides.named(phrase);
      return ofSide(named.length === 1 ? (named[0] ?? null) : null);
    }
    const leading = sides.at(phrase, 0);
    const last = phrase.at(-1);
    if (leading && !leading.body && VOICE.test(last?.key ?? '')) return ofSide(leading.side);
    const described = nameBehind(phrase);
    if (described) return described;
    const official = isOfficialBody(phrase);
    if (!first.capital) {
      if (!official) return NOBODY;
      const same = before
        .slice(-TURNS_BACK)
        .findLast(
          ({ speaker }) =>
            speaker.persons.length === 0 && speaker.speaker?.toLowerCase().includes(last?.key ?? ' '),
        );
      return same?.speaker ?? bodyBefore(at, last?.key ?? '') ?? NOBODY;
    }
    const isName = phrase.every(
      (word) => word.capital || SMALL.test(word.key) || (official && word.key.length > 3),
    );
    // "the Board": the one body of the article that is called so.
    const named = phrase.length === 1 && definite ? bodies().get(first.key) : undefined;
    if (named && named.size === 1) return ofBody([...named][0] ?? first.form, null);
    // "Things", "There" with the capital of a sentence: no name.
    if (
      phrase.length === 1 &&
      (isOpener(first.key) || (!official && (lowerCase().has(first.key) || isCapitalOfSentence(first))))
    )
      return NOBODY;
    if (!isName || phrase.length > BODY_WORDS)
      return leading && /^(?:and|or|with)$/.test(phrase[leading.length]?.key ?? '')
        ? ofSide(leading.side)
        : NOBODY;
    const name = text.slice(first.start, last?.end);
    return ofBody(
      name,
      official ? (leading?.side ?? null) : null,
      official || phrase.length > 1 ? 'body' : null,
    );
  };
}
