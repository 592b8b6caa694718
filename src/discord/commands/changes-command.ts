import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { positionPathSvg } from '../../pictures/path/position-path.ts';
import { pathWords } from '../../pictures/path/path-words.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { DISCORD_THEME, PICTURE_PX, withPictures } from '../render/picture.ts';
import { renderChanges } from '../render/render-changes.ts';
import { completeFilter, offeredOption } from './define/choices.ts';
import type { Command } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';
import { SHARED_WORDS } from '../words/shared-words.ts';

const Options = z.object({
  side: z.string().optional(),
  topic: z.string().optional(),
  since: z.string().optional(),
  /** What was there when who asks last asked; kept for turning the page. */
  after: z.number().optional(),
});

/** Shows what changed in what the sides say. */
export const changes: Command = {
  name: 'changes',
  description: ANSWER_WORDS.whoMovedWhat,
  options: () => [
    offeredOption('side', ANSWER_WORDS.onlyWhatSideSaid),
    offeredOption('topic', ANSWER_WORDS.onlyTopic),
    {
      type: ApplicationCommandOptionType.String,
      name: 'since',
      description: ANSWER_WORDS.dayLikeWithout,
    },
  ],
  visibility: () => 'public',
  async run({ app, options, page, asker }) {
    const { after: kept, ...filters } = Options.parse(options);
    const isForNew = filters.since === undefined && asker !== undefined;
    const after = kept ?? (isForNew ? ((await app.askedAgain(asker.userId)) ?? undefined) : undefined);
    const about = [
      filters.side === undefined
        ? ANSWER_WORDS.whatChanged
        : ANSWER_WORDS.whatChangedFor(labelOf(filters.side, app.sides)),
      filters.topic === undefined ? null : SHARED_WORDS.onTopic(labelOf(filters.topic, app.topics)),
      filters.since === undefined ? null : SHARED_WORDS.since(filters.since),
      after === undefined ? null : ANSWER_WORDS.sinceYouLast,
    ];
    const heading = about.filter((part) => part !== null).join(' ');
    const isUnderPicture = filters.topic !== undefined;
    const found = await app.changes({ ...filters, after });
    const shown = renderChanges(found, heading, app, page, { isUnderPicture });
    const reply =
      after === undefined || shown.shown === undefined
        ? shown
        : { ...shown, shown: { ...shown.shown, options: { ...options, after } } };
    const { side, topic } = filters;
    if (topic === undefined || page > 0 || reply.found === 0) return reply;
    // The whole way, of which only the end may be new.
    const { changes: path } = await app.changes({ side, topic });
    const svg = positionPathSvg(topic, path, app, { theme: DISCORD_THEME, widthPx: PICTURE_PX });
    return withPictures(reply, [{ name: 'path', svg, words: pathWords(path, app) }]);
  },
  complete: completeFilter,
};
