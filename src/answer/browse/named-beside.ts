import type { Actors } from '../../domain/actor.ts';
import type { Directory } from '../../parties/directory.ts';
import { readTerms } from '../../text/words/words.ts';

/** Who is named beside a quotation as the one who says it: people and bodies by name, sides by id, others as written. */
export interface NamedBeside {
  readonly speakers: readonly string[];
  readonly sides: readonly string[];
  readonly unknown: readonly string[];
}

/** Whose the words are, as the article has it. */
export interface Voice {
  readonly speaker: string | null;
  readonly side: string | null;
}

/** Who stands behind these is spoken to or about. */
const NOT_SPEAKING =
  /^(?:told|tell|tells|telling|to|with|about|against|asked|warned|urged|for|of|on|in|at|from)$/;
/** Not a place or a day: "on Monday:". */
const NAME = String.raw`(?<!\b(?:on|in|at|from|since|of|until|by)\s+(?:\p{Lu}[\p{L}’'-]+\s+)*)\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,3}`;
const SAYS =
  'said|says|say|told|tells|wrote|writes|tweeted|claimed|claims|declared|declares|stated|states|warned|warns|added|adds|insisted|announced|argued|argues|promised|replied';
const IS_SAYING = new RegExp(`^(?:${SAYS})$`, 'u');
/** A name where only who speaks is named: before or behind a word of saying, before a colon, behind a dash. */
const NAMED: readonly RegExp[] = [
  new RegExp(String.raw`(${NAME})\s+(?:\p{Ll}+ly\s+)?(?:${SAYS})\b`, 'gu'),
  new RegExp(String.raw`\b(?:${SAYS}|[Aa]ccording to)\s+(${NAME})`, 'gu'),
  new RegExp(String.raw`(${NAME}):\s*$`, 'gmu'),
  new RegExp(String.raw`[–—-]\s*(${NAME})`, 'gu'),
];

/** Reads who is named in the words around a quotation, without the quotation. */
export function namedBeside(beside: string, { mentionsIn }: Pick<Directory, 'mentionsIn'>): NamedBeside {
  const terms = readTerms(beside);
  const word = (i: number): string => terms[i]?.word.toLowerCase() ?? '';
  const mentions = mentionsIn(terms).filter(({ start }) => {
    const before = word(start - 1) === 'the' ? start - 2 : start - 1;
    return !NOT_SPEAKING.test(word(before)) || (word(before) === 'to' && word(before - 1) === 'according');
  });
  const known = new Set(
    mentions.flatMap(({ start, end }) => terms.slice(start, end).map((term) => term.word)),
  );
  const names = NAMED.flatMap((pattern) =>
    Array.from(beside.matchAll(pattern), (match) => match[1]?.trim() ?? ''),
  );
  const strangers = names
    .map((name) => name.split(/\s+/).filter((part) => !NO_NAME.test(part)))
    .filter(
      (parts) =>
        parts.length > 0 && !parts.some((part) => readTerms(part).every((term) => known.has(term.word))),
    )
    .map((parts) => parts.join(' '));
  return {
    speakers: mentions.flatMap(({ party }) => (party.kind === 'actor' ? [party.id] : [])),
    sides: mentions.flatMap(({ party, adjective, end }) =>
      party.kind === 'side' && !(adjective && terms[end]?.content && !IS_SAYING.test(word(end)))
        ? [party.id]
        : [],
    ),
    unknown: [...new Set(strangers)],
  };
}
const NO_NAME =
  /^(?:The|A|An|He|She|It|They|We|I|You|And|But|As|So|When|Then|This|That|Who|What|Did|Yes|No|Mr|Mrs|Ms|Dr)$/;

/** Whether any of those named may have said it. */
export function isNamed(
  { speakers, sides }: NamedBeside,
  { speaker, side }: Voice,
  { actors }: Actors,
): boolean {
  if (speaker !== null && speakers.length > 0) return speakers.includes(speaker);
  const sidesNamed = [
    ...sides,
    ...actors.filter(({ name }) => speakers.includes(name)).map((one) => one.side),
  ];
  return side !== null && sidesNamed.includes(side);
}

/** What to say where the article gives the words to another than who is named; null where it does not, or nobody is named. */
export function speakerWarning(named: NamedBeside, voices: readonly Voice[], known: Actors): string | null {
  const label = (id: string): string => known.sides.find((side) => side.id === id)?.label ?? id;
  const claimed = [...named.speakers, ...named.unknown, ...named.sides.map(label)];
  if (claimed.length === 0 || voices.some((voice) => isNamed(named, voice, known))) return null;
  const [voice] = voices;
  const says = voice?.speaker ?? (voice?.side ? label(voice.side) : null);
  const notSo = `not ${[...new Set(claimed)].join(' or ')}`;
  return says === null
    ? `In the article nobody says these words, ${notSo}.`
    : `In the article ${says} says these words, ${notSo}.`;
}
