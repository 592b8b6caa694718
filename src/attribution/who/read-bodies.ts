import { isOpener } from './read-names.ts';
import type { Word } from '../../text/scan-words.ts';
import type { Turn } from './pick-person.ts';
import { isOfficialBody, type Sides } from './side-words.ts';
import { SMALL } from './source-phrase.ts';
import { NOBODY, ofBody, ofSide, type Speaker } from './speaker.ts';

/** "Moscow's demands": a side's paper or voice is the side. */
const VOICE =
  /^(?:demand|proposal|position|stance|view|statement|response|reply|answer|offer|request|plan|draft|document|claim|warning|policy|speech|letter|note)s?$/;
const BODY_WORDS = 7;
/** Turns looked back through for "the ministry". */
const TURNS_BACK = 12;

/**
 * Creates the reading of bodies that no list knows: the name as written, with a side where an adjective or possessive gives
 * it; "the ministry" is the one that spoke before. `words` are those of the whole text.
 */
export function createBodies(
  text: string,
  words: readonly Word[],
  sides: Sides,
): (phrase: readonly Word[], before: readonly Turn[]) => Speaker {
  const lowerCase = new Set(words.filter(({ capital }) => !capital).map(({ key }) => key));

  return (phrase, before) => {
    const [first] = phrase;
    if (!first) return NOBODY;
    const leading = sides.at(phrase, 0);
    const last = phrase.at(-1);
    if (leading && !leading.body && VOICE.test(last?.key ?? '')) return ofSide(leading.side);
    const official = isOfficialBody(phrase);
    if (!first.capital) {
      if (!official) return NOBODY;
      const same = before
        .slice(-TURNS_BACK)
        .findLast(
          ({ speaker }) =>
            speaker.persons.length === 0 && speaker.speaker?.toLowerCase().includes(last?.key ?? ' '),
        );
      return same?.speaker ?? NOBODY;
    }
    const isName = phrase.every(
      (word) => word.capital || SMALL.test(word.key) || (official && word.key.length > 3),
    );
    // "Things", "There" with the capital of a sentence: no name.
    if (phrase.length === 1 && (isOpener(first.key) || (!official && lowerCase.has(first.key))))
      return NOBODY;
    if (!isName || phrase.length > BODY_WORDS)
      return leading && /^(?:and|or|with)$/.test(phrase[leading.length]?.key ?? '')
        ? ofSide(leading.side)
        : NOBODY;
    return ofBody(text.slice(first.start, last?.end), official ? (leading?.side ?? null) : null);
  };
}
