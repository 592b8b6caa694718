import { z } from 'zod';
import { renderPosition } from '../render/render-positions.ts';
import { completeFilter, offeredOption, topicOption } from './define/choices.ts';
import { isCallFor } from './define/called.ts';
import type { Command } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

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
