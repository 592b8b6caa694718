import type { Actor, Actors, Side } from '../../domain/actor.ts';
import { scanWords, type Word } from '../../text/words/scan-words.ts';
import { ofBody, ofSide, type Speaker } from './speaker.ts';
import { isFormer, OFFICIAL_BODIES, SIDE_NOUNS, singular } from './role-words.ts';

/** A name of a side or body that begins at some word of a phrase. */
interface Found {
  readonly side: string | null;
  /** The listed body, or null where a side itself is meant. */
  readonly body: Actor | null;
  /** How many words the name takes. */
  readonly length: number;
}

/** Who a phrase stands for, as far as sides and listed bodies go. */
export interface Sides {
  /** The ids of the sides of the collection. */
  readonly all: readonly string[];
  /** The longest name of a side, or of a listed body, that begins at word `index`. */
  at(words: readonly Word[], index: number): Found | null;
  /** Whether the word occurs in the name of a side ("Federation"): no part of a person's name. */
  isSideWord(key: string): boolean;
  /** Where each side is named first in the words. */
  firstNamed(words: readonly Word[]): readonly { readonly side: string; readonly start: number }[];
  /** The ids of all sides named in the words. */
  named(words: readonly Word[]): string[];
  /**
   * What the whole phrase is, without articles: a side ("Moscow", "the Russian delegation"), a listed body in any of its
   * spellings ("Russia's Foreign Ministry"), or null.
   */
  whole(words: readonly Word[]): Speaker | null;
}

const LONGEST_PHRASE = 8;
/** With what follows it tells which of several are meant. */
const OF = /^(?:on|at|in|of|from|with|to|behind|outside|along)$/;
const isOf = (word: Word | undefined): boolean => OF.test(word?.key ?? '');
const ARTICLE = /^(?:the|both|a|an)$/;

/** "Russia's foreign ministry", "Russian Foreign Ministry" → "@Russia foreign ministry". */
function keyOf(words: readonly Word[], sideOf: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const key = words[i]?.key ?? '';
    if (ARTICLE.test(key) && key !== 'both') continue;
    const side = sideOf.get(key);
    parts.push(side ? `@${side}` : key.replace('defence', 'defense'));
  }
  return parts.join(' ');
}

/** Reads the table of sides and bodies. Names are matched folded: "U.S." and "US" are one. */
export function createSides({ sides, actors }: Actors): Sides {
  /** Names by first word, longest first. */
  const byFirst = new Map<
    string,
    { keys: string[]; side: string | null; body: Actor | null; capital: boolean }[]
  >();
  const sideWords = new Set<string>();
  const adjective = new Map<string, string>();
  const bodyByKey = new Map<string, Actor | null>();
  const add = (name: string, side: string | null, body: Actor | null): void => {
    const keys = scanWords(name).map(({ key }) => key);
    const [first] = keys;
    if (first === undefined) return;
    const capital = /^\p{Lu}/u.test(name);
    const list = byFirst.get(first) ?? [];
    list.push({ keys, side, body, capital });
    byFirst.set(
      first,
      list.toSorted((a, b) => b.keys.length - a.keys.length),
    );
    if (!body) for (const key of keys) sideWords.add(key);
  };
  const addSide = (side: Side): void => {
    for (const name of [side.id, side.label, ...side.names, ...side.adjectives]) {
      add(name, side.id, null);
      const keys = scanWords(name);
      if (keys.length === 1 && keys[0]) adjective.set(keys[0].key, side.id);
    }
  };
  sides.forEach(addSide);
  for (const actor of actors) {
    if (actor.kind !== 'body') continue;
    for (const name of [actor.name, ...actor.aliases]) {
      add(name, actor.side, actor);
      const key = keyOf(scanWords(name), adjective);
      bodyByKey.set(key, actor);
      // "the Foreign Ministry" alone is the only one listed, if there is only one.
      const bare = key.replace(/@\S+ /g, '').replace(/ of @\S+$/, '');
      if (bare !== key && bare.includes(' ')) {
        const known = bodyByKey.get(bare);
        bodyByKey.set(bare, known === undefined || known === actor ? actor : null);
      }
    }
  }

  const at: Sides['at'] = (words, index) => {
    const first = words[index];
    for (const name of (first && byFirst.get(first.key)) ?? []) {
      // "us" is no "US".
      if (name.capital && !first?.capital && name.keys.length === 1) continue;
      if (first?.key === 'us' && first.form === 'us') continue;
      if (name.keys.every((key, k) => words[index + k]?.key === key && (k === 0 || isNext(words, index + k))))
        return { side: name.side, body: name.body, length: name.keys.length };
    }
    return null;
  };

  const firstNamed: Sides['firstNamed'] = (words) => {
    const found = new Map<string, number>();
    for (let i = 0; i < words.length; i++) {
      const name = at(words, i);
      if (!name) continue;
      if (name.side !== null && !found.has(name.side)) found.set(name.side, words[i]?.start ?? 0);
      i += name.length - 1;
    }
    return [...found].map(([side, start]) => ({ side, start }));
  };
  const named: Sides['named'] = (words) => firstNamed(words).map(({ side }) => side);

  const whole: Sides['whole'] = (words) => {
    const from = words.findIndex(({ key }) => !ARTICLE.test(key));
    const rest = from < 0 ? [] : words.slice(from);
    const [first] = rest;
    if (!first || rest.length > LONGEST_PHRASE) return null;
    // "the company" may be what a side is called where "company" is not.
    const withArticle = at(words, 0);
    if (withArticle?.length === words.length) return speakerOf(withArticle);
    const found = at(rest, 0);
    if (found?.length === rest.length) return speakerOf(found);
    // "teachers on the picket line", "officials close to the talks": all whom a small word for several people names.
    const [before, after] = [found && rest[found.length - 1], found && rest[found.length]];
    const isSeveral =
      found?.body === null &&
      before &&
      !(before.capital && before.joined) &&
      singular(before.key) !== before.key;
    if (isSeveral && after && !after.capital && (isOf(after) || isOf(rest[found.length + 1])))
      return ofSide(found.side);
    const body = bodyByKey.get(keyOf(rest, adjective));
    if (body) return ofBody(body.name, body.side);
    // "the Russian delegation", "American top officials": the side itself, said of several.
    const last = rest.at(-1);
    const sidesNamed = named(rest);
    if (
      found &&
      found.side !== null &&
      !found.body &&
      sidesNamed.length === 1 &&
      last &&
      SIDE_NOUNS.has(last.key) &&
      rest.length <= found.length + 3 &&
      !rest.some(({ key }) => isFormer(key))
    )
      return ofSide(found.side);
    return null;
  };

  return {
    all: sides.map(({ id }) => id),
    at,
    firstNamed,
    named,
    whole,
    isSideWord: (key) => sideWords.has(key),
  };
}

/** Whether a word goes on with the name of the one before it, also behind the apostrophe of "Growers' League". */
function isNext(words: readonly Word[], i: number): boolean {
  const [before, word] = [words[i - 1], words[i]];
  if (!before || !word) return false;
  return word.joined || (before.possessive && /s$/i.test(before.form) && word.start - before.end <= 2);
}

function speakerOf({ side, body }: Found): Speaker {
  return body ? ofBody(body.name, side) : ofSide(side);
}

/** Whether the phrase names a body that speaks officially ("the embassy", "Foreign Ministry"). */
export function isOfficialBody(words: readonly Word[]): boolean {
  return words.some(({ key }) => OFFICIAL_BODIES.has(key) || OFFICIAL_BODIES.has(singular(key)));
}
