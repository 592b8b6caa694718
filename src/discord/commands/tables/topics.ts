import { plural } from '../../../show/show-count.ts';
import { TOPIC_FORMS } from '../../buttons/edits/edit-forms.ts';
import { editRow } from '../../buttons/edits/edit-row.ts';
import { markdownLine } from '../../render/escape.ts';
import { NEUTRAL_COLOR } from '../../render/evidence-embed.ts';
import { createReply, sentenceReply } from '../../reply.ts';
import type { Command } from '../define/command.ts';
import { fitting } from './sides.ts';

const NAME_CHARS = 80;
const MOST_WORDS = 25;

/** Shows what is negotiated, and lets those who manage the server change it. */
export const topics: Command = {
  name: 'topics',
  description:
    'What is negotiated, by which words it is found; those who manage the server can change it here',
  isForServers: true,
  isFree: true,
  worksWithoutWords: true,
  options: () => [],
  visibility: () => 'private',
  async run({ app, server, asker }) {
    if (app.topics.length === 0 && server?.mayManage !== true)
      return sentenceReply('There are no topics yet.');
    const { cells } = await app.matrix();
    const paragraphs = app.topics.map(({ id, label, words }) => {
      const count = cells.reduce((sum, cell) => sum + (cell.topic === id ? cell.statements : 0), 0);
      const shown = words.slice(0, MOST_WORDS).map((word) => markdownLine(word, NAME_CHARS));
      const more = words.length - shown.length;
      return `**${markdownLine(label, NAME_CHARS)}** · ${plural(count, 'statement')} of sides\n${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    });
    const reply = createReply(`${plural(app.topics.length, 'topic')}, with the words that show them.`, [
      {
        title: 'What is negotiated',
        description: fitting(paragraphs) || 'No topic yet.',
        color: NEUTRAL_COLOR,
      },
    ]);
    if (server?.mayManage !== true || asker === undefined) return reply;
    return { ...reply, components: [await editRow(app, TOPIC_FORMS, asker.userId)] };
  },
};
