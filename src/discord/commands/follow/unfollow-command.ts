import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../../errors.ts';
import { followLine } from '../../render/render-follows.ts';
import { createReply } from '../../reply.ts';
import type { Command } from '../define/command.ts';
import { FOLLOW_WORDS } from '../../words/follow-words.ts';

const Options = z.object({ which: z.int() });

/** Ends a follow of one's own; who manages the server, also one that is told in the channel. */
export const unfollow: Command = {
  name: 'unfollow',
  description: FOLLOW_WORDS.unfollowDescription,
  isFree: true,
  options: () => [
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'which',
      description: FOLLOW_WORDS.numberOption,
      required: true,
      min_value: 1,
    },
  ],
  visibility: () => 'private',
  async run({ app, options, server, asker }) {
    const { which } = Options.parse(options);
    const row = (await app.follows()).find(({ id }) => id === which);
    const isOwn = row !== undefined && row.person === asker?.userId;
    const isHere = row !== undefined && row.place === asker?.channelId && server?.mayManage === true;
    if (row === undefined || (!isOwn && !isHere)) throw new UserError(FOLLOW_WORDS.noSuchNumber(which));
    await app.unfollow(which);
    return createReply(FOLLOW_WORDS.noLongerFollowed(followLine(row, app)));
  },
};
