import { z } from 'zod';
import { renderPosition } from '../render/render-positions.ts';
import { completeFilter, offeredOption, topicOption } from './define/choices.ts';
import { isCallFor } from './define/called.ts';
import type { Command } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';
import { renderLatest } from '../render/render-changes.ts';

const Options = z.object({ side: z.string(), topic: z.string() });

/** Shows what a side offers, demands, rejects … on a topic. */
export const position: Command = {
  name: 'position',
  description: ANSWER_WORDS.whatSideOffers,
  worksWithoutWords: true,
  options: () => [offeredOption('side', ANSWER_WORDS.whosePosition, true), topicOption()],
  visibility: () => 'public',
  calledBy(named) {
    const { topic, side, speaker } = named;
    const isMeant = speaker === undefined && isCallFor(named, { names: 'position stance' });
    return topic === undefined || side === undefined || !isMeant ? null : { side, topic };
  },
  async run({ app, options, page }) {
    const { side, topic } = Options.parse(options);
    return renderPosition(await app.position(side, topic), app, page);
  },
  complete: completeFilter,
};

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
