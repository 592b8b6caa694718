import { isFormer, isRole, isTitleWord, singular } from '../../attribution/who/role-words.ts';
import { foldWord } from '../../text/words/scan-words.ts';
import { isSameGivenName, pronounOfGiven } from '../../text/words/given-names.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import { closeSpelling } from '../../text/words/likeness.ts';

/** How often a name is given in the articles. */
export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** One person and every name that means them. */
export interface MergedName {
  readonly name: string;
  /** The others, most frequent first. */
  readonly variants: readonly string[];
}

/** A person's name without the title before it: "Cook County Judge Jane Roe" → "Jane Roe"; as it is where nothing would be left. */
export function withoutTitle(name: string): string {
  const parts = name.split(/\s+/);
  const last = parts.findLastIndex((part) => {
    const key = foldWord(part);
    return isTitleWord(key) || isRole(singular(key)) || isFormer(key);
  });
  let rest = parts.slice(last + 1);
  // "Staff Jane Roe", "Judge Jane Roe": a word of English before a whole name is the end of an office.
  while (rest.length > 2 && isOffice(foldWord(rest[0] ?? ''))) rest = rest.slice(1);
  return rest.length === 0 ? name : rest.join(' ');
}

const isOffice = (key: string): boolean =>
  key.length > 3 && isEnglishWord(key) && pronounOfGiven(key) === null;

const keysOf = (name: string): string[] => name.split(/\s+/).map(foldWord).filter(Boolean);

/** Whether the given names can be one person's: one has none, an initial, a short form, or those of the other among more. */
function canBeSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) =>
    b.some(
      (other) =>
        (one.length === 1 || other.length === 1 ? one[0] === other[0] : false) ||
        isSameGivenName(one, other) ||
        (one.slice(0, 3) === other.slice(0, 3) && one[0] === other[0]) ||
        closeSpelling(one, other),
    ),
  );
}

/** "Derelict Doe" is no name of his: a word of English that nobody is known to be called. */
const isGiven = (key: string): boolean =>
  !isEnglishWord(key) || pronounOfGiven(key) !== null || key.length < 5;

/** "Mr. Roe" is not Ann Roe. */
const contradicts = (shown: 'he' | 'she' | null, given: readonly (readonly string[])[]): boolean =>
  shown !== null &&
  given.some(([first = '']) => {
    const own = pronounOfGiven(first);
    return own !== null && own !== shown;
  });

/** Of two who share a surname, who is named so many times as often is meant by it alone. */
const FAR_MORE = 3;

/**
 * Joins the names that mean one person: of one surname, with given names that can be the same person's. A surname alone is
 * whose it is, or, where several have it, nobody's but that of somebody named far more often.
 *
 * @param titled what "Mr" or "Mrs" in front of a surname alone tells; null where nothing or both do
 */
export function mergeNames(
  names: readonly Counted[],
  titled: (surname: string) => 'he' | 'she' | null = () => null,
): MergedName[] {
  const groups: { surname: string; given: string[][]; names: Counted[] }[] = [];
  // The most words first: a surname alone finds all who have it.
  const sorted = names.toSorted((a, b) => keysOf(b.name).length - keysOf(a.name).length || b.count - a.count);
  for (const each of sorted) {
    const keys = keysOf(withoutTitle(each.name));
    const surname = keys.at(-1) ?? '';
    const given = isGiven(keys[0] ?? '') ? keys.slice(0, -1) : [];
    const possible = groups
      .filter((group) => group.surname === surname && group.given.every((other) => canBeSame(given, other)))
      .filter((group) => given.length > 0 || !contradicts(titled(surname), group.given))
      .toSorted((a, b) => total(b.names) - total(a.names));
    // "Mr. Lou" of Lou Jiwei, where the family's name stands first and the other never alone.
    if (possible.length === 0 && keys.length === 1)
      possible.push(
        ...groups.filter(
          (group) =>
            group.given.some(([first]) => first === surname && pronounOfGiven(first) === null) &&
            !names.some(({ name }) => foldWord(name) === group.surname),
        ),
      );
    const [best, second] = possible;
    if (best && (!second || total(best.names) >= FAR_MORE * total(second.names))) {
      best.names.push(each);
      if (given.length > 0) best.given.push(given);
    } else groups.push({ surname, given: given.length > 0 ? [given] : [], names: [each] });
  }
  return groups.map((group) => {
    const plain = new Map<string, number>();
    for (const { name, count } of group.names) {
      const without = withoutTitle(name);
      plain.set(without, (plain.get(without) ?? 0) + count);
    }
    const order = [...plain].toSorted(
      ([a, m], [b, n]) =>
        isWhole(b) - isWhole(a) ||
        Number(b.includes(' ')) - Number(a.includes(' ')) ||
        n - m ||
        b.length - a.length,
    );
    const [best] = order;
    const name = best?.[0] ?? '';
    const variants = new Set([...order.map(([other]) => other), ...group.names.map((one) => one.name)]);
    variants.delete(name);
    return { name, variants: [...variants] };
  });
}

const isWhole = (name: string): number =>
  Number(name.includes(' ') && isGiven(foldWord(name.split(' ')[0] ?? '')));

const total = (names: readonly Counted[]): number => names.reduce((sum, { count }) => sum + count, 0);
