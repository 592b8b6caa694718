import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../../errors.ts';
import { followLine } from '../../render/render-follows.ts';
import { createReply } from '../../reply.ts';
import type { Command } from '../define/command.ts';

const Options = z.object({ which: z.int() });

/** Ends a follow of one's own; who manages the server, also one that is told in the channel. */
export const unfollow: Command = {
  name: 'unfollow',
  description: 'End what you follow; /following shows the numbers',
  isFree: true,
  options: () => [
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'which',
      description: 'The number that /following shows',
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
    if (row === undefined || (!isOwn && !isHere))
      throw new UserError(`You follow nothing with the number ${which}; /following shows the numbers.`);
    await app.unfollow(which);
    return createReply(`No longer followed: ${followLine(row, app)}.`);
  },
};
