import { textAt, type Span } from '../../text/span.ts';
import type { Cast } from '../who/cast.ts';
import type { People } from '../who/people.ts';
import { NOBODY, type Speaker, type Turn } from '../who/reference.ts';
import { isTitleWord } from '../who/role-words.ts';
import type { Resolve } from '../who/resolve-source.ts';
import type { Sides } from '../who/side-words.ts';
import { wordsIn, type Word } from '../words-in.ts';
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

/** "ROE" → "Roe", "O'HARA" → "O'Hara", "WITNESS 10" → "Witness 10"; what is written with small letters stays. */
function inSmallLetters(name: string): string {
  if (/\p{Ll}{2}/u.test(name.replace(/^(?:Mrs?|Ms|Dr|The|Hon|Senator)\b/, ''))) return name;
  return name.replace(/\p{Lu}[\p{Lu}\p{M}]+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** Creates the reading of who the name before a turn is. */
export function createTurnSpeaker(
  dependencies: TurnSpeakerDependencies,
): (turn: SpokenTurn, paragraph: number, before: readonly Turn[]) => Speaker {
  const { text, words, sides, people, cast, resolve, turns } = dependencies;
  /** The words of a label without the titles in front. */
  const nameOf = (name: Span): readonly Word[] => {
    const all = wordsIn(words, name);
    const first = all.findIndex(
      ({ key, form }) =>
        !isTitleWord(key) && !/^(?:the|hon|honourable|honorable)$/.test(key) && /\p{Lu}|\d/u.test(form),
    );
    const rest = first < 0 ? all : all.slice(first);
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
  const interviewed = intervieweeOf(cast, turns);

  return (turn, paragraph, before) => {
    if (turn.part === 'asks' || !turn.name) return NOBODY;
    if (turn.part === 'answers') return interviewed;
    const parts = nameOf(turn.name);
    const besides = turn.besides ? sides.named(wordsIn(words, turn.besides)) : [];
    const side = besides.length === 1 ? (besides[0] ?? null) : null;
    const person = parts.every(({ form }) => !/\d/.test(form))
      ? people.find(
          parts.map(({ key }) => key),
          false,
        )
      : null;
    if (person) return { speaker: person.name, side: person.side ?? side, persons: [person], plural: false };
    const body = sides.whole(wordsIn(words, turn.name));
    if (body) return { ...NOBODY, ...body };
    const surname = parts.length === 1 ? parts[0] : undefined;
    const full = surname && !shared.has(surname.key) ? whole.get(surname.key) : undefined;
    const titles =
      parts.length === wordsIn(words, turn.name).length ? resolve(turn.name, paragraph, before) : NOBODY;
    if (titles.persons.length > 0) return titles;
    const written = inSmallLetters(
      text.slice(parts[0]?.start ?? turn.name.start, parts.at(-1)?.end ?? turn.name.end),
    );
    return { ...NOBODY, speaker: full ?? (written || textAt(text, turn.name)), side: titles.side ?? side };
  };
}

/** Whom an interview is with: the one person named outside its questions and answers, or the one named most by far. */
function intervieweeOf(cast: Cast, turns: readonly SpokenTurn[]): Speaker {
  const answers = turns.some(({ part }) => part === 'answers');
  if (!answers) return NOBODY;
  const said = turns.flatMap((turn) => turn.said.flat()).toSorted((a, b) => a.start - b.start);
  const counts = new Map<Cast['mentions'][number]['person'], number>();
  let next = 0;
  for (const { person, start } of cast.mentions) {
    while ((said[next]?.end ?? Infinity) <= start) next++;
    if ((said[next]?.start ?? Infinity) > start) counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  const [most, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (!most || (second && second[1] * 2 > most[1])) return NOBODY;
  const [person] = most;
  return { speaker: person.name, side: person.side, persons: [person], plural: false };
}
