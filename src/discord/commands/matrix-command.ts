import { matrixWords, MATRIX_TITLE } from '../../pictures/matrix/matrix-words.ts';
import { matrixParts } from '../../pictures/matrix/matrix-parts.ts';
import { LIMITS } from '../limits.ts';
import { DISCORD_THEME, withPictures } from '../render/picture.ts';
import { createReply } from '../reply.ts';
import { plural } from '../../show/show-count.ts';
import { noStatement } from '../render/notices.ts';
import { isCallFor } from './define/called.ts';
import type { Command } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

const CALLING = { names: 'matrix table grid overview', beside: 'side topic count' };

/** Shows how much each side says on each topic, and what it mostly does there. */
export const matrix: Command = {
  name: 'matrix',
  description: ANSWER_WORDS.howMuchEach,
  worksWithoutWords: true,
  options: () => [],
  visibility: () => 'public',
  calledBy: (named) => (isCallFor(named, CALLING) ? {} : null),
  async run({ app }) {
    const answer = await app.matrix();
    const { sides, topics, searched } = answer;
    if (sides.length === 0) return createReply(`${MATRIX_TITLE}: ${noStatement(searched)}`);
    const counts = `${plural(sides.length, 'side')}, ${plural(topics.length, 'topic')}`;
    const content = `**${MATRIX_TITLE}**\n-# ${counts}, ${plural(searched.articles, 'article')}`;
    const parts = matrixParts(answer, app, { theme: DISCORD_THEME, most: LIMITS.cards });
    return withPictures(
      createReply(content),
      parts.map((part, i) => ({
        name: `matrix-${i + 1}`,
        svg: part.svg,
        words: matrixWords(part.answer, app),
      })),
    );
  },
};
