import { TOPIC_FORMS } from '../../buttons/edits/edit-forms.ts';
import { markdownLine } from '../../render/escape.ts';
import { sentenceReply } from '../../reply.ts';
import type { Command } from '../define/command.ts';
import { editableList } from './editable-list.ts';
import { EDIT_WORDS } from '../../words/edit-words.ts';
import { SHARED_WORDS } from '../../words/shared-words.ts';

const NAME_CHARS = 80;
const MOST_WORDS = 25;

/** Shows what is negotiated, and lets those who manage the server change it. */
export const topics: Command = {
  name: 'topics',
  description: EDIT_WORDS.whatNegotiatedWhich,
  isForServers: true,
  isFree: true,
  worksWithoutWords: true,
  options: () => [],
  visibility: () => 'private',
  async run({ app, options, page, server, asker }) {
    if (app.topics.length === 0 && server?.mayManage !== true) return sentenceReply(EDIT_WORDS.noTopicsYet);
    const { cells } = await app.matrix();
    const paragraphs = app.topics.map(({ id, label, words }) => {
      const count = cells.reduce((sum, cell) => sum + (cell.topic === id ? cell.statements : 0), 0);
      const shown = words.slice(0, MOST_WORDS).map((word) => markdownLine(word, NAME_CHARS));
      const more = words.length - shown.length;
      return EDIT_WORDS.sidesMore(
        markdownLine(label, NAME_CHARS),
        count,
        shown.join(', '),
        more > 0 ? SHARED_WORDS.andMore(more) : '',
      );
    });
    return editableList(
      { app, options, server, asker },
      {
        content: EDIT_WORDS.wordsShowThem(app.topics.length),
        title: EDIT_WORDS.whatNegotiated,
        paragraphs: paragraphs.length === 0 ? [EDIT_WORDS.noTopicYet] : paragraphs,
      },
      page,
      TOPIC_FORMS,
    );
  },
};
