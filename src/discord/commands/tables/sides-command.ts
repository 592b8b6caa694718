import type { App } from '../../../app.ts';
import { plural } from '../../../show/show-count.ts';
import { SIDE_FORMS } from '../../buttons/edits/edit-forms.ts';
import { markdownLine } from '../../render/escape.ts';
import { sentenceReply } from '../../reply.ts';
import type { Command } from '../define/command.ts';
import { editableList } from './editable-list.ts';
import { EDIT_WORDS } from '../../words/edit-words.ts';

const NAME_CHARS = 80;
/** In one paragraph, which a phone shows at once with others. */
const PEOPLE_TOGETHER = 6;
const MOST_NAMES = 6;

/** Shows who speaks for whom, and lets those who manage the server change it. */
export const sides: Command = {
  name: 'sides',
  description: EDIT_WORDS.whoSpeaksWhom,
  isForServers: true,
  isFree: true,
  worksWithoutWords: true,
  options: () => [],
  visibility: () => 'private',
  async run({ app, options, page, server, asker }) {
    const paragraphs = await paragraphsOf(app);
    if (paragraphs.length === 0) return sentenceReply(EDIT_WORDS.noSidesYet);
    const edited = (await app.tableEdits()).length;
    const note = edited === 0 ? '' : EDIT_WORDS.sidesTopicsMade(edited);
    const content = `${plural(app.sides.length, 'side')}.${note}`;
    const list = { content, title: EDIT_WORDS.whoForWhom, paragraphs };
    return editableList({ app, options, server, asker }, list, page, SIDE_FORMS);
  },
};

async function paragraphsOf(app: App): Promise<string[]> {
  const speakers = await app.speakers();
  const quoted = new Map(speakers.map(({ name, statements }) => [name, statements]));
  const listed = app.actors.map(({ name, side, role }) => ({
    name,
    side,
    role,
    statements: quoted.get(name) ?? 0,
  }));
  const known = new Set(listed.map(({ name }) => name));
  const all = [...listed, ...speakers.filter(({ name }) => !known.has(name))].toSorted(
    (a, b) => b.statements - a.statements,
  );
  const peopleOf = (side: string | null): string[] =>
    all
      .filter((one) => one.side === side && (side !== null || one.statements > 0))
      .map(({ name, role, statements }) =>
        [
          markdownLine(name, NAME_CHARS),
          role === null ? null : `_${markdownLine(role, NAME_CHARS)}_`,
          `${statements}×`,
        ]
          .filter((part) => part !== null)
          .join(' '),
      );
  const named = app.sides.flatMap(({ id, label, names }) => {
    const called = names.slice(0, MOST_NAMES).map((name) => markdownLine(name, NAME_CHARS));
    const also = called.length === 0 ? '' : EDIT_WORDS.alsoCalled(called.join(', '));
    return paragraphsFor(markdownLine(label, NAME_CHARS), also, peopleOf(id));
  });
  const open = peopleOf(null);
  return open.length === 0 ? named : [...named, ...paragraphsFor(EDIT_WORDS.withoutSide, '', open)];
}

/** A paragraph for some people at a time, the first with what else they are called. */
const paragraphsFor = (heading: string, also: string, people: readonly string[]): string[] =>
  together(people).map(
    (some, i) =>
      `**${heading}**${i === 0 ? also : EDIT_WORDS.goesOn}\n${some.join(', ') || EDIT_WORDS.nobodyYet}`,
  );

/** By so many as stand in a paragraph; one of nobody where there is nobody. */
function together(people: readonly string[]): (readonly string[])[] {
  const count = Math.max(1, Math.ceil(people.length / PEOPLE_TOGETHER));
  return Array.from({ length: count }, (_, i) =>
    people.slice(i * PEOPLE_TOGETHER, (i + 1) * PEOPLE_TOGETHER),
  );
}
