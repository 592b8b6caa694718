import { indexAt, mergeSpans, textAt, type Span } from '../../text/span.ts';
import type { Cast } from '../who/cast/find-cast.ts';
import { nameEnd, startsName } from '../who/name-bounds.ts';
import type { People } from '../who/cast/find-person.ts';
import type { Turn } from '../who/cast/pick-person.ts';
import { NOBODY, ofPersons, ofSide, type Speaker } from '../who/speaker.ts';
import { isTitleWord } from '../who/role-words.ts';
import type { Resolve } from '../who/resolve-pronoun.ts';
import type { Sides } from '../who/side-words.ts';
import { wordsIn, type Word } from '../../text/words/scan-words.ts';
import { isShortTitle } from './labels/label-forms.ts';
import { createInitials } from './read-initials.ts';
import type { SpokenTurn } from './spoken-turn.ts';

export interface TurnSpeakerDependencies {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sides: Sides;
  readonly people: People;
  readonly cast: Cast;
  readonly resolve: Resolve;
  /** All turns of the text. */
  readonly turns: readonly SpokenTurn[];
}

/** "…, Ms. Roe?": whom a question is put to. */
const ADDRESSED =
  /(?:,\s|^)(?:(?:Mrs?|Ms|Dr|Prof|Sir|Madam|Mister|Minister|President|Senator|Governor|Mayor)\.?\s)(?:(?:Minister|President|Secretary|Senator|Mayor)\s)?(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)\s?[,?.!]/u;

/** "ROE" → "Roe", "O'HARA" → "O'Hara", "WITNESS 10" → "Witness 10"; what is written with small letters stays. */
function inSmallLetters(name: string): string {
  // Initials, and what is called by them.
  if (/^(?:\p{Lu}\.){2,}$|^[^AEIOUY\P{Lu}]+$/u.test(name)) return name;
  if (/\p{Ll}{2}/u.test(name.replace(/^(?:Mrs?|Ms|Dr|The|Hon|Senator)\b/, ''))) return name;
  return name.replace(/\p{Lu}[\p{Lu}\p{M}]+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** Creates the reading of who the name before a turn is. */
export function createTurnSpeaker(
  dependencies: TurnSpeakerDependencies,
): (turn: SpokenTurn, paragraph: number, before: readonly Turn[]) => Speaker {
  const { text, words, sides, people, resolve, turns } = dependencies;
  /** The words of a label without the titles in front. */
  const nameOf = (name: Span): readonly Word[] => {
    const all = wordsIn(words, name);
    const first = all.findIndex(
      ({ key, form }) =>
        !isTitleWord(key) &&
        !isShortTitle(key) &&
        !/^(?:the|honourable|honorable)$/.test(key) &&
        /\p{Lu}|\d/u.test(form),
    );
    const rest = first < 0 || /^\d/.test(all[first]?.form ?? '') ? all : all.slice(first);
    const of = rest.findIndex(({ key }) => key === 'of');
    return first >= 0 &&
      of > 0 &&
      of < rest.length - 1 &&
      all.some(({ key }) => /^(?:mr|mrs|ms|miss|dr)$/.test(key))
      ? rest.slice(0, of)
      : rest;
  };
  /** The longest name that any label gives to a surname. */
  const whole = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name } of turns) {
    const parts = name ? nameOf(name) : [];
    const surname = parts.at(-1);
    if (!surname || parts.length < 2 || /\d/.test(surname.form)) continue;
    const full = inSmallLetters(text.slice(parts[0]?.start, surname.end));
    const known = whole.get(surname.key);
    if (known && known.toLowerCase() !== full.toLowerCase()) shared.add(surname.key);
    whole.set(surname.key, full);
  }
  /** Whom labels call by name alone: no office in another label is theirs. */
  const byName = new Set(
    turns.flatMap(({ name }) => {
      const parts = name ? nameOf(name) : [];
      return name && parts.length > 1 && parts.length === wordsIn(words, name).length
        ? (parts.at(-1)?.key ?? [])
        : [];
    }),
  );
  const isAnothers = ({ persons }: Speaker, label: readonly Word[]): boolean =>
    persons.some(({ name }) => {
      const surname = name.split(' ').at(-1)?.toLowerCase() ?? '';
      return byName.has(surname) && !label.some(({ key }) => key === surname);
    });
  const interviewed = intervieweeOf(dependencies);
  const ofInitials = createInitials(words, sides, turns[0]?.name?.start ?? 0);

  return (turn, paragraph, before) => {
    if (turn.part === 'answers') return interviewed;
    const label = turn.part === 'asks' ? turn.asker : turn.name;
    if (!label) return NOBODY;
    const named = ofInitials(textAt(text, label)) ?? label;
    const parts = nameOf(named);
    const besides = turn.besides ? sides.named(wordsIn(words, turn.besides)) : [];
    const side = besides.length === 1 ? (besides[0] ?? null) : null;
    const person = parts.every(({ form }) => !/\d/.test(form))
      ? people.find(
          parts.map(({ key }) => key),
          false,
        )
      : null;
    if (person) {
      const name = person.listed ? person.name : inSmallLetters(person.name);
      return { ...ofPersons([person]), speaker: name, sides: ofSide(person.side ?? side).sides };
    }
    const body = sides.whole(wordsIn(words, named));
    if (body) return body;
    const surname = parts.length === 1 ? parts[0] : undefined;
    const full = surname && !shared.has(surname.key) ? whole.get(surname.key) : undefined;
    const isOffice = parts.length === wordsIn(words, named).length && !/\d$/.test(textAt(text, named));
    const office = isOffice ? resolve(named, paragraph, before) : NOBODY;
    const titles = isAnothers(office, parts) ? NOBODY : office;
    if (titles.persons.length > 0)
      return titles.persons.some(({ listed }) => listed)
        ? titles
        : { ...titles, speaker: titles.speaker && inSmallLetters(titles.speaker) };
    const written = inSmallLetters(
      text.slice(parts[0]?.start ?? named.start, parts.at(-1)?.end ?? named.end),
    );
    const sided = titles.sides.length > 0 ? titles : ofSide(side);
    return { ...sided, speaker: full ?? (written || textAt(text, named)), kind: titles.kind ?? 'person' };
  };
}

/**
 * Whom an interview is with: the one person named outside its questions and answers, or the one named most by far; where
 * nobody is known there, the one name of several words. Answers without a label need just one before them.
 */
function intervieweeOf({ text, words, sides, cast, turns }: TurnSpeakerDependencies): Speaker {
  if (!turns.some(({ part }) => part === 'answers')) return NOBODY;
  const spoken = mergeSpans(
    turns.flatMap(({ name, asker, said }) => [
      ...said.flat(),
      ...(asker ? [asker] : []),
      // From the label to the words.
      ...(name ? [{ start: name.start, end: said[0]?.[0]?.start ?? name.end }] : []),
    ]),
  );
  // Answers without a label are an interview's with the one person who is named before it.
  const unlabelled = turns.some(({ part, name }) => part === 'answers' && !name);
  const until = unlabelled ? (spoken[0]?.start ?? 0) : Infinity;
  const around = ({ start, end }: Span): boolean =>
    end <= until && (spoken[indexAt(spoken, end) - 1]?.end ?? 0) <= start;
  const counts = new Map<string, { speaker: Speaker; count: number }>();
  const count = (name: string, speaker: Speaker): void => {
    counts.set(name, { speaker, count: (counts.get(name)?.count ?? 0) + 1 });
  };
  for (const mention of cast.mentions.filter(around)) {
    const { person } = mention;
    count(person.name, ofPersons([person]));
  }
  if (counts.size === 0)
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (!word || !around(word) || !startsName(words, i, sides)) continue;
      const last = nameEnd(words, i, sides);
      const name = text.slice(word.start, words[last]?.end);
      if (last > i) count(name, { ...NOBODY, speaker: name, kind: 'person' });
      i = last;
    }
  // Nobody is named about it: whom the questions address ("When did you arrive, Ms. Roe?").
  if (counts.size === 0)
    for (const { part, said } of turns)
      for (const piece of part === 'asks' ? said.flat() : []) {
        const name = ADDRESSED.exec(textAt(text, piece))?.groups?.['name'];
        if (name) count(name, { ...NOBODY, speaker: name, kind: 'person' });
      }
  const [most, second] = [...counts.values()].toSorted((a, b) => b.count - a.count);
  if (unlabelled && second) return NOBODY;
  return most && !(second && second.count * 2 > most.count)
    ? { ...most.speaker, speaker: most.speaker.speaker && inSmallLetters(most.speaker.speaker) }
    : NOBODY;
}
