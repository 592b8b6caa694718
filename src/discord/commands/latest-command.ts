import { z } from 'zod';
import { renderLatest } from '../render/render-changes.ts';
import { completeFilter, offeredOption, topicOption } from './define/choices.ts';
import type { Command } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

const Options = z.object({ side: z.string(), topic: z.string() });

/** Shows what a side says on a topic now, and what that replaces. */
export const latest: Command = {
  name: 'latest',
  description: ANSWER_WORDS.whatSideSays,
  options: () => [offeredOption('side', ANSWER_WORDS.whoseWords, true), topicOption()],
  visibility: () => 'public',
  async run({ app, options, page }) {
    const { side, topic } = Options.parse(options);
    return renderLatest(await app.latest(side, topic), app, page);
  },
  complete: completeFilter,
};
