import { stemmer } from 'stemmer';
import { inAmerican } from './spelling-variants.ts';

/** Words that carry no content of their own: function words, auxiliaries, and the frame of a question about words. */
const STOP_WORDS = new Set(
  (
    'a about above across after again against all along already also although always am among an and another any ' +
    'anybody anyone anything are around as at away back be became because become been before being below between ' +
    'both but by came can cannot could did do does doing done down during each either else enough etc even ever ' +
    'every everyone everything few for from further get gets getting give given gives got had has have having he ' +
    'her here hers herself him himself his how however i if in indeed into is it its itself just kind last least ' +
    'less let like made make makes many may me might mine more most much must my myself near neither never no nor ' +
    'not now of off often on once one only onto or other others our ours out over own per perhaps please quite ' +
    'rather really s same say saying says said see seem seems several shall she should since so some somebody ' +
    'someone something soon still such t take than that the their theirs them themselves then there these they ' +
    'this those though through thus to together too toward towards under until up upon us use very was we well ' +
    'were what whatever when where whether which while who whoever whom whose why will with within without would ' +
    'yet you your yours ll re ve d m tell told according'
  ).split(' '),
);

/** Whether a word, lower case, carries no content. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** All of them, lower case. */
export function stopWords(): ReadonlySet<string> {
  return STOP_WORDS;
}

/** One word of a text. */
export interface Term {
  /** As written. */
  readonly word: string;
  /** What words are compared by; where a name was recognised, that name's mark (see `parties/name-patterns.ts`). */
  readonly stem: string;
  /** The stems of the words themselves, also where a name was recognised. */
  readonly plain: string;
  /** Whether it carries content: no stop word. */
  readonly content: boolean;
}

const MOST_REMEMBERED = 50_000;
const stems = new Map<string, string>();

/**
 * The Porter stem (Porter 1980) of a lower-case word in American spelling, accents folded; remembered, since texts repeat
 * their words.
 */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_REMEMBERED) stems.clear();
  const stem = stemmer(inAmerican(word.normalize('NFD').replace(/\p{M}/gu, '')));
  stems.set(word, stem);
  return stem;
}

/** "U.S." and "U.S" are one word. */
const DOTTED = /\b\p{Lu}(?:\.\p{Lu})+\b\.?/gu;

/** The text with "U.S." as "US". */
export function withoutDots(text: string): string {
  return text.includes('.') ? text.replace(DOTTED, (letters) => letters.replaceAll('.', '')) : text;
}

/**
 * The words of `text` in order. Hyphens and apostrophes part words, as they do in the store's index. The country "US"
 * is told from the pronoun by its capitals, or by "the" before it; its stem is `US`.
 */
export function readTerms(text: string): Term[] {
  const plain = withoutDots(text);
  let previous = '';
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => {
    const lower = word.toLowerCase();
    const country = word === 'US' || (lower === 'us' && previous === 'the');
    previous = lower;
    const stem = country ? 'US' : stemOf(lower);
    return { word, stem, plain: stem, content: country || !STOP_WORDS.has(lower) };
  });
}
