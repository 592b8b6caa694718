import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { PACES, type FollowSubject } from '../../../domain/follow.ts';
import { ACTS } from '../../../domain/statement.ts';
import { UserError } from '../../../errors.ts';
import { followLine } from '../../render/render-follows.ts';
import { createReply } from '../../reply.ts';
import { completeFilter, offeredOption } from '../define/choices.ts';
import type { Command } from '../define/command.ts';

const Options = z.object({
  speaker: z.string().optional(),
  side: z.string().optional(),
  topic: z.string().optional(),
  act: z.enum(ACTS).optional(),
  where: z.enum(['here', 'me']).default('me'),
  pace: z.enum(PACES).default('at once'),
  quiet: z.string().max(60).optional(),
});

const SUBJECTS: readonly FollowSubject[] = ['speaker', 'side', 'topic'];

/** Begins to tell somebody what a speaker or side says, or what is said on a topic. */
export const follow: Command = {
  name: 'follow',
  description: 'Be told when a speaker, a side, or anybody on a topic says something new',
  isFree: true,
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'speaker',
      description: 'What this person or body says',
      autocomplete: true,
    },
    offeredOption('side', 'What this side says'),
    offeredOption('topic', 'What is said on this topic'),
    {
      type: ApplicationCommandOptionType.String,
      name: 'act',
      description: 'Only what offers, demands, rejects …',
      choices: ACTS.map((act) => ({ name: act, value: act })),
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'where',
      description: 'In this channel (for those who manage the server), or to me',
      choices: [
        { name: 'to me', value: 'me' },
        { name: 'in this channel', value: 'here' },
      ],
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'pace',
      description: 'At once, or gathered',
      choices: PACES.map((pace) => ({ name: pace, value: pace })),
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'quiet',
      description: 'Hours without messages, like 22-7 or 22-7 Europe/Berlin',
      max_length: 60,
    },
  ],
  visibility: () => 'private',
  async run({ app, options, server, asker }) {
    const { act, where, pace, quiet, ...named } = Options.parse(options);
    const [subject, more] = SUBJECTS.filter((one) => named[one] !== undefined);
    const target = subject && named[subject];
    if (subject === undefined || target === undefined || more !== undefined)
      throw new UserError('Name one of speaker, side and topic to follow.');
    if (asker === undefined) throw new UserError('Nobody is known here who could be told; use the command.');
    const { userId, channelId } = asker;
    if (where === 'here' && (server === null || channelId === null))
      throw new UserError('There is no channel of a server here; follow with where: to me.');
    if (where === 'here' && server?.mayManage !== true)
      throw new UserError(
        'What is told in a channel is set by those who manage the server; use where: to me.',
      );
    const place =
      where === 'here'
        ? { kind: 'channel' as const, place: channelId ?? '' }
        : { kind: 'person' as const, place: userId };
    const row = await app.follow({
      subject,
      target,
      act: act ?? null,
      person: userId,
      ...place,
      pace,
      quiet: quiet ?? null,
    });
    return createReply(
      `Followed: ${followLine(row, app)}. \`/following\` lists it, \`/unfollow which:${row.id}\` ends it.`,
    );
  },
  complete: completeFilter,
};
