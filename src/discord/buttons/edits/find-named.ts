import type { App } from '../../../app.ts';
import { findActor, findSide } from '../../../domain/name.ts';
import { UserError } from '../../../errors.ts';
import { EDIT_WORDS } from '../../words/edit-words.ts';

/** Whom a name stands for, listed or only quoted, under the name that they have by now. */
export async function personCalled(app: App, typed: string): Promise<{ name: string; side: string | null }> {
  const listed = findActor(typed, app.actors);
  if (listed) return listed;
  const quoted = (await app.speakers()).map(({ name, side }) => ({ name, side }));
  const found = findActor(
    typed,
    quoted.map((one) => ({ ...one, role: null, kind: 'person', pronoun: null, aliases: [] })),
  );
  if (found) return found;
  throw new UserError(EDIT_WORDS.nobodyListedQuoted(typed));
}

/** The id of the side of that name. */
export function sideCalled(app: App, typed: string): string {
  const side = findSide(typed, app.sides);
  if (side) return side.id;
  throw new UserError(EDIT_WORDS.noSideLabel(typed, app.sides.map(({ label }) => label).join(', ')));
}

/** The id of the topic of that name. */
export function topicCalled(app: App, typed: string): string {
  const wanted = typed.toLowerCase();
  const topic = app.topics.find(({ id, label }) => id === wanted || label.toLowerCase() === wanted);
  if (topic) return topic.id;
  throw new UserError(EDIT_WORDS.noTopicLabel(typed, app.topics.map(({ label }) => label).join(', ')));
}

/** The names in a line. */
export const listOf = (typed: string): string[] =>
  typed
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What a new topic of that label is called by commands: `topic-N` where the label has no letter of theirs. */
export function newTopicId({ topics }: Pick<App, 'topics'>, label: string): string {
  const spelled = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (spelled !== '') return spelled;
  const taken = new Set(topics.map(({ id }) => id));
  let n = 1;
  while (taken.has(`topic-${n}`)) n++;
  return `topic-${n}`;
}
