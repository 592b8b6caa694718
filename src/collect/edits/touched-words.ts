import type { Actors } from '../../domain/actor.ts';
import { sideNames, surnameOf } from '../../domain/name.ts';
import { foldWord } from '../../text/words/scan-words.ts';
import type { EditedTables } from './apply-edits.ts';

const namesOf = ({ sides, actors }: Actors): Map<string, string> =>
  new Map([
    ...sides.map((side) => [`side ${side.id}`, JSON.stringify(sideNames(side))] as const),
    ...actors.map((actor) => [`actor ${actor.name}`, JSON.stringify(actor)] as const),
  ]);

const wordsOf = ({ topics }: EditedTables): Set<string> =>
  new Set(topics.flatMap(({ id, words }) => words.map((word) => `${id} ${word}`)));

/** So much of a topic's word is in all of its forms. */
const STEM_CHARACTERS = 4;

/**
 * The beginnings of words of which an article has at least one if what is said in it may be read otherwise by the one tables
 * than by the others.
 */
export function touchedWords(before: EditedTables, after: EditedTables): ReadonlySet<string> {
  const touched = new Set<string>();
  const [old, now] = [namesOf(before.actors), namesOf(after.actors)];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    if (old.get(key) === now.get(key)) continue;
    for (const { sides, actors } of [before.actors, after.actors]) {
      for (const side of sides)
        if (key === `side ${side.id}`) for (const name of sideNames(side)) touched.add(foldWord(name));
      for (const actor of actors)
        if (key === `actor ${actor.name}`)
          for (const name of [actor.name, ...actor.aliases]) touched.add(foldWord(surnameOf(name)));
    }
  }
  const [was, is] = [wordsOf(before), wordsOf(after)];
  for (const word of new Set([...was, ...is])) {
    if (was.has(word) && is.has(word)) continue;
    const [first = ''] = word.slice(word.indexOf(' ') + 1).split(' ');
    touched.add(foldWord(first).slice(0, Math.max(STEM_CHARACTERS, first.length - STEM_CHARACTERS)));
  }
  touched.delete('');
  return touched;
}

/** Whether a text has one of them. */
export function hasTouched(text: string, touched: ReadonlySet<string>): boolean {
  const folded = foldWord(text);
  return [...touched].some((word) => folded.includes(word));
}
