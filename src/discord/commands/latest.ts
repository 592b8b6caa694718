import { z } from 'zod';
import { renderLatest } from '../render/render-changes.ts';
import { completeFilter, offeredOption, topicOption } from './define/choices.ts';
import type { Command } from './define/command.ts';

const Options = z.object({ side: z.string(), topic: z.string() });

/** Shows what a side says on a topic now, and what that replaces. */
export const latest: Command = {
  name: 'latest',
  description: 'What a side says on a topic now: the latest of each kind, with what it replaces',
  options: () => [offeredOption('side', 'Whose words', true), topicOption()],
  visibility: () => 'public',
  async run({ app, options, page }) {
    const { side, topic } = Options.parse(options);
    return renderLatest(await app.latest(side, topic), app, page);
  },
  complete: completeFilter,
};
