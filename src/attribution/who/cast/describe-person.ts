import { writtenOut } from '../../../parties/roles/office-words.ts';
import type { Word } from '../../../text/words/scan-words.ts';
import {
  isExpert,
  isFormer,
  isRole,
  isTitleWord,
  pronounShown,
  singular,
  speaksForSide,
} from '../role-words.ts';
import type { Sides } from '../side-words.ts';
import type { Person } from './find-person.ts';

/** Whether a title tells one of a name from others: "Mayor", "Dr."; any man is "Mr.". */
export const distinguishes = (key: string): boolean => (isRole(key) && key.length > 3) || key === 'dr';

/** The words of an office but for where it is held: "the British ambassador | to Russia". */
export function officeOf(phrase: readonly Word[]): readonly Word[] {
  const where = phrase.findIndex(
    ({ key }, i) => /^(?:to|in|at)$/.test(key) && phrase.slice(0, i).some((word) => speaksForSide(word.key)),
  );
  return where < 0 ? phrase : phrase.slice(0, where);
}

/** Adds to a person what a title or apposition tells: role, pronoun, and the side where the role speaks for one. */
export function describe(person: Person, phrase: readonly Word[], sides: Sides): void {
  const keys = phrase.map(({ key }) => writtenOut(singular(key)));
  for (const key of keys)
    if ((isTitleWord(key) && key.length > 3) || key === 'dr' || isFormer(key)) person.roles.add(key);
  person.pronoun ??= phrase.reduce<Person['pronoun']>((shown, { key }) => shown ?? pronounShown(key), null);
  if (person.listed || person.side !== null || !keys.some(speaksForSide)) return;
  if (keys.some((key) => isExpert(key) || isFormer(key))) return;
  person.side = sides.named(officeOf(phrase))[0] ?? null;
}
