import { plural } from '../../../show/show-count.ts';
import { TOPIC_FORMS } from '../../buttons/edits/edit-forms.ts';
import { markdownLine } from '../../render/escape.ts';
import { sentenceReply } from '../../reply.ts';
import type { Command } from '../define/command.ts';
import { editableList } from './editable-list.ts';

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
  async run({ app, options, page, server, asker }) {
    if (app.topics.length === 0 && server?.mayManage !== true)
      return sentenceReply('There are no topics yet.');
    const { cells } = await app.matrix();
    const paragraphs = app.topics.map(({ id, label, words }) => {
      const count = cells.reduce((sum, cell) => sum + (cell.topic === id ? cell.statements : 0), 0);
      const shown = words.slice(0, MOST_WORDS).map((word) => markdownLine(word, NAME_CHARS));
      const more = words.length - shown.length;
      return `**${markdownLine(label, NAME_CHARS)}** · ${plural(count, 'statement')} of sides\n${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    });
    return editableList(
      { app, options, server, asker },
      {
        content: `${plural(app.topics.length, 'topic')}, with the words that show them.`,
        title: 'What is negotiated',
        paragraphs: paragraphs.length === 0 ? ['No topic yet.'] : paragraphs,
      },
      page,
      TOPIC_FORMS,
    );
  },
};
