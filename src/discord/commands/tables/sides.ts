import type { App } from '../../../app.ts';
import { plural } from '../../../show/show-count.ts';
import { SIDE_FORMS } from '../../buttons/edits/edit-forms.ts';
import { editRow } from '../../buttons/edits/edit-row.ts';
import { LIMITS } from '../../limits.ts';
import { markdownLine } from '../../render/escape.ts';
import { NEUTRAL_COLOR } from '../../render/evidence-embed.ts';
import { createReply, sentenceReply } from '../../reply.ts';
import type { Command } from '../define/command.ts';

const NAME_CHARS = 80;
const MOST_PEOPLE = 15;
const MOST_NAMES = 6;

/** Shows who speaks for whom, and lets those who manage the server change it. */
export const sides: Command = {
  name: 'sides',
  description: 'Who speaks for whom; those who manage the server can change it here',
  isForServers: true,
  isFree: true,
  worksWithoutWords: true,
  options: () => [],
  visibility: () => 'private',
  async run({ app, server, asker }) {
    const paragraphs = await paragraphsOf(app);
    if (paragraphs.length === 0) return sentenceReply('There are no sides yet: articles come first.');
    const edited = (await app.tableEdits()).length;
    const note = edited === 0 ? '' : ` ${plural(edited, 'edit')} of sides and topics made here.`;
    const reply = createReply(`${plural(app.sides.length, 'side')}.${note}`, [
      { title: 'Who speaks for whom', description: fitting(paragraphs), color: NEUTRAL_COLOR },
    ]);
    if (server?.mayManage !== true || asker === undefined) return reply;
    return { ...reply, components: [await editRow(app, SIDE_FORMS, asker.userId)] };
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
  const peopleOf = (side: string | null): string => {
    const people = all.filter((one) => one.side === side && (side !== null || one.statements > 0));
    const shown = people
      .slice(0, MOST_PEOPLE)
      .map(({ name, role, statements }) =>
        [
          markdownLine(name, NAME_CHARS),
          role === null ? null : `_${markdownLine(role, NAME_CHARS)}_`,
          `${statements}×`,
        ]
          .filter((part) => part !== null)
          .join(' '),
      );
    const more = people.length - shown.length;
    return shown.length === 0 ? 'nobody yet' : shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
  };
  const paragraphs = app.sides.map(({ id, label, names }) => {
    const called = names.slice(0, MOST_NAMES).map((name) => markdownLine(name, NAME_CHARS));
    const also = called.length === 0 ? '' : ` · also ${called.join(', ')}`;
    return `**${markdownLine(label, NAME_CHARS)}**${also}\n${peopleOf(id)}`;
  });
  const open = peopleOf(null);
  return open === 'nobody yet' ? paragraphs : [...paragraphs, `**Without a side**\n${open}`];
}

/** As many paragraphs as an embed takes; the others are counted. */
export function fitting(paragraphs: readonly string[]): string {
  const room = LIMITS.descriptionChars - 30;
  let text = '';
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = text === '' ? paragraph : `${text}\n\n${paragraph}`;
    if (next.length > room) return `${text}\n\n${paragraphs.length - index} more …`;
    text = next;
  }
  return text;
}
