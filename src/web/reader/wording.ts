import type { Side } from '../../domain/actor.ts';
import type { Evidence } from '../../domain/answer.ts';
import type { Act } from '../../domain/statement.ts';
import type { Topic } from '../../domain/topic.ts';
import { labelOf as plainLabelOf, SPEECH } from '../../domain/wording.ts';
import { visible } from './unseen.tsx';

/** What labels and colours are taken from. */
export interface Labels {
  readonly sides: readonly Side[];
  readonly topics: readonly Topic[];
}

/** Sides with a colour of their own in the style sheet. */
const SIDE_COLORS = 6;

/** The class that gives a side's colour: by its place in the collection, so that it is the same on every page. */
export function sideClass(side: string | null, sides: readonly Side[]): string {
  const index = sides.findIndex(({ id }) => id === side);
  return index < 0 || index >= SIDE_COLORS ? 'side-none' : `side-${index}`;
}

/** The label of a side or topic, with what cannot be seen shown. */
export function labelOf(id: string, all: readonly { readonly id: string; readonly label: string }[]): string {
  return visible(plainLabelOf(id, all));
}

/** "Wendy Sherman (US)", "US", or null where the article leaves open who speaks. */
export function whoSpeaks(
  { speaker, side }: Pick<Evidence, 'speaker' | 'side'>,
  sides: readonly Side[],
): string | null {
  const label = side === null ? null : labelOf(side, sides);
  if (speaker === null || speaker === label) return label;
  return label === null ? visible(speaker) : `${visible(speaker)} (${label})`;
}

/** What a person reads for an act; nothing for a plain statement. */
export function actWord(act: Act | null): string | null {
  return act === 'states' ? null : act;
}

/** Of a note, which stands in the page once for each stretch of its statement. */
const NOTE_CHARS = 300;

/** "Wendy Sherman (US) · rejects · quoted · NATO enlargement": what is known of a statement, in one line. */
export function noteOf(statement: Evidence, { sides, topics }: Labels): string {
  const nobody = statement.type === 'narration' ? null : 'speaker not named';
  const note = [
    whoSpeaks(statement, sides) ?? nobody,
    actWord(statement.act),
    SPEECH[statement.type],
    ...statement.topics.map((id) => labelOf(id, topics)),
  ]
    .filter((part) => part !== null)
    .join(' · ');
  return note.length <= NOTE_CHARS
    ? note
    : `${note.slice(0, NOTE_CHARS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** "11 January 2022"; "undated" where the article does not show it. */
export function showDate(published: string | null): string {
  const [year, month, day] = (published ?? '').split('-');
  const name = MONTHS[Number(month) - 1];
  return name === undefined || day === undefined ? 'undated' : `${Number(day)} ${name} ${year}`;
}
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "Offers", for headings. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
