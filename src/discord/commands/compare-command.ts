import { z } from 'zod';
import type { App } from '../../app.ts';
import { UserError } from '../../errors.ts';
import { renderCompare } from '../render/render-compare.ts';
import { completeFilter, offeredOption, topicOption } from './define/choices.ts';
import { isCallFor } from './define/called.ts';
import type { Command } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

const Options = z.object({ topic: z.string(), side: z.string().optional(), side2: z.string().optional() });

const CALLING = { names: 'compare comparison vs v versus difference', beside: 'side position' };

/** Shows what two sides say on a topic, beside each other. */
export const compare: Command = {
  name: 'compare',
  description: ANSWER_WORDS.twoSidesTopic,
  worksWithoutWords: true,
  options: () => [
    topicOption(),
    offeredOption('side', ANSWER_WORDS.sideWhatLeft),
    offeredOption('side2', ANSWER_WORDS.otherSide),
  ],
  visibility: () => 'public',
  calledBy(named) {
    const { topic, parts } = named;
    if (topic === undefined || !isCallFor(named, CALLING)) return null;
    const sides = parts.filter(({ kind }) => kind === 'side').map(({ id }) => id);
    const [side, side2] = new Set(sides);
    return {
      topic,
      ...(side === undefined ? {} : { side }),
      ...(side2 === undefined ? {} : { side2 }),
    };
  },
  async run({ app, options, page }) {
    const { topic, side, side2 } = Options.parse(options);
    if (side !== undefined && side === side2) throw new UserError(ANSWER_WORDS.nameTwoDifferent);
    return renderCompare(
      await app.compare(topic, await twoSides(app, topic, side ?? side2, side2)),
      app,
      page,
    );
  },
  complete: completeFilter,
};

/** The two that are named; beside one alone, of those that said most on the topic the first that is another. */
async function twoSides(
  app: App,
  topic: string,
  one: string | undefined,
  two: string | undefined,
): Promise<readonly [string, string] | undefined> {
  if (one === undefined) return undefined;
  if (two !== undefined && two !== one) return [one, two];
  const loudest = await app.compare(topic);
  const other = loudest.sides.find(({ side }) => side !== one)?.side;
  return other === undefined ? undefined : [one, other];
}
