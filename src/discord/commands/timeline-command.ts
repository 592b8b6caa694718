import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { changesWords, timelineWords } from '../../pictures/timeline/timeline-words.ts';
import { timelineSvg } from '../../pictures/timeline/draw-timeline.ts';
import { DISCORD_THEME, PICTURE_PX, withPictures } from '../render/picture.ts';
import { renderTimeline } from '../render/render-positions.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { completeFilter, offeredOption, topicOption } from './define/choices.ts';
import { isCallFor } from './define/called.ts';
import type { Command } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

const Options = z.object({
  topic: z.string(),
  speaker: z.string().optional(),
  side: z.string().optional(),
});

/** Shows what was said on a topic, by date. */
export const timeline: Command = {
  name: 'timeline',
  description: ANSWER_WORDS.whatSaidTopic,
  worksWithoutWords: true,
  options: () => [
    topicOption(),
    {
      type: ApplicationCommandOptionType.String,
      name: 'speaker',
      description: ANSWER_WORDS.onlyWhatPersonBody,
      autocomplete: true,
    },
    offeredOption('side', ANSWER_WORDS.onlyWhatSideSaid),
  ],
  visibility: () => 'public',
  calledBy(named) {
    const { topic, side, speaker } = named;
    if (topic === undefined || !isCallFor(named, { names: 'timeline chronology' })) return null;
    return { topic, ...(side === undefined ? {} : { side }), ...(speaker === undefined ? {} : { speaker }) };
  },
  async run({ app, options, page }) {
    const { topic, speaker, side } = Options.parse(options);
    const of = speaker ?? (side === undefined ? null : labelOf(side, app.sides));
    const [answer, { changes }] = await Promise.all([
      app.timeline(topic, { speaker, side }),
      app.changes({ topic, side }),
    ]);
    const reply = renderTimeline(answer, of, app, page, { isUnderPicture: true });
    if (page > 0 || reply.found === 0) return reply;
    const svg = timelineSvg(answer, app, { theme: DISCORD_THEME, of, widthPx: PICTURE_PX, changes });
    return withPictures(reply, [
      { name: 'timeline', svg, words: `${timelineWords(answer, app)} ${changesWords(changes, app)}`.trim() },
    ]);
  },
  complete: completeFilter,
};
