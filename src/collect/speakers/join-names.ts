import { foldWord } from '../../text/words/scan-words.ts';
import type { Gathered } from './gather-speakers.ts';
import type { PartySets } from './party-sets.ts';
import { keyOf } from './read-party.ts';

/** Of several bodies that "the union" may be, one that is named so many times as often is meant. */
export const FAR_MORE = 2;

/** "Unite, the union": called what it is, and by no other body of the articles. */
function joinAppositions(
  parties: Gathered['parties'],
  words: Gathered['words'],
  standing: ReadonlySet<string>,
  sets: PartySets,
): void {
  const called = new Map<string, Set<string>>();
  for (const all of words.values())
    all.forEach((word, i) => {
      const [the, noun] = [all[i + 1], all[i + 2]];
      if (!word.capital || the?.key !== 'the' || the.capital || the.joined || !noun?.joined) return;
      const [body, kind] = [`body:${word.key}`, `noun:${noun.key}`];
      if (standing.has(body) && standing.has(kind) && parties.has(body))
        called.set(kind, (called.get(kind) ?? new Set()).add(body));
    });
  for (const [noun, [body, other]] of called) if (body && other === undefined) sets.join(body, noun);
}

/** Joins "CTU" and "Chicago Teachers Union", "the union" and the one union, "Tri-County" and "Tri-County Transit". */
export function joinNames(
  { parties, words }: Pick<Gathered, 'parties' | 'words'>,
  standing: ReadonlySet<string>,
  sets: PartySets,
): void {
  joinAppositions(parties, words, standing, sets);
  const named = [...parties].flatMap(([key, found]) => {
    if (!standing.has(key) || found.party.kind === 'country' || found.party.kind === 'person') return [];
    const { name, kind } = found.party;
    const count = [...found.forms.values()].reduce((sum, n) => sum + n, 0);
    return [{ key, kind, name, count, parts: key.slice(key.indexOf(':') + 1).split(' ') }];
  });
  const weightiest = (among: typeof named): (typeof named)[number] | null => {
    const [best, second] = among.toSorted((a, b) => b.count - a.count);
    return best && (!second || best.count >= FAR_MORE * second.count) ? best : null;
  };
  for (const one of named) {
    const others = named.filter((other) => other !== one && other.kind === 'body' && other.parts.length > 1);
    const letters = one.name.replaceAll('.', '');
    if (/^\p{Lu}{2,6}$/u.test(letters)) {
      const spelt = others.filter((other) => initialsOf(other.name) === letters.toUpperCase());
      if (spelt[0]) sets.join(spelt[0].key, one.key);
      continue;
    }
    const ends = named.filter(
      (other) =>
        other !== one &&
        other.parts.length > one.parts.length &&
        other.parts.slice(-one.parts.length).join(' ') === one.parts.join(' '),
    );
    const meant = one.kind === 'noun' ? weightiest(ends) : null;
    if (meant) sets.join(meant.key, one.key);
    // "city school board" is of the city, "school district" and "school board" are of one.
    if (one.kind === 'noun' && one.parts.length > 1)
      for (const other of named)
        if (
          other !== one &&
          other.kind === 'noun' &&
          (other.parts.join(' ') === one.parts[0] ||
            (other.parts.length > 1 && other.parts[0] === one.parts[0]))
        )
          sets.join(other.key, one.key);
    const ending =
      one.kind === 'noun' && one.parts.length > 1
        ? others.filter((other) => other.parts.at(-1) === one.parts[0])
        : [];
    const whole = weightiest(ending);
    if (whole) sets.join(whole.key, one.key);
    if (one.parts.length === 1)
      for (const { party } of parties.values())
        if (
          party.kind === 'country' &&
          party.country.seats.some(
            (seat) => seat.includes(' ') && foldWord(seat.split(' ').at(-1) ?? '') === foldWord(one.name),
          )
        )
          sets.join(keyOf(party), one.key);
    const begins = others.filter(
      (other) =>
        other.parts.length > one.parts.length && one.parts.every((part, i) => other.parts[i] === part),
    );
    if (one.kind === 'body' && begins.length === 1 && begins[0]) sets.join(begins[0].key, one.key);
  }
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')
    .toUpperCase();
