import type { Evidence } from '../../../domain/answer.ts';
import { SPEECH, showAct } from '../../../show/show-act.ts';
import { labelOf as plainLabelOf, whoSpeaksIfAnybody, type Labels } from '../../../show/show-speaker.ts';
import { showUnseen } from '../../../show/show-unseen.ts';

/** Sides with a colour of their own in the style sheet. */
const SIDE_COLORS = 6;

/** The class that gives a side's colour: by its place in the collection, so that it is the same on every page. */
export function sideClass(side: string | null, sides: Labels['sides']): string {
  const index = sides.findIndex(({ id }) => id === side);
  return index < 0 || index >= SIDE_COLORS ? 'side-none' : `side-${index}`;
}

/** The label of a side or topic, with what cannot be seen shown. */
export function labelOf(id: string, all: Labels['sides']): string {
  return showUnseen(plainLabelOf(id, all));
}

/** Of a note, which stands in the page once for each stretch of its statement. */
const NOTE_CHARS = 300;

/** "Wendy Sherman (US) · rejects · quoted · NATO enlargement": what is known of a statement, in one line. */
export function noteOf(statement: Evidence, { sides, topics }: Labels): string {
  const who = whoSpeaksIfAnybody(statement, sides);
  const note = [
    who === null ? null : showUnseen(who),
    showAct(statement.act),
    SPEECH[statement.type],
    ...statement.topics.map((id) => labelOf(id, topics)),
  ]
    .filter((part) => part !== null)
    .join(' · ');
  return note.length <= NOTE_CHARS
    ? note
    : `${note.slice(0, NOTE_CHARS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
