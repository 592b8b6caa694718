import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { type FollowSubject, PACES } from '../../domain/follow.ts';
import { ACTS } from '../../domain/statement.ts';
import { UserError } from '../../errors.ts';
import { followLine, renderFollows } from '../render/render-follows.ts';
import { createReply } from '../reply.ts';
import { completeFilter, offeredOption } from './define/choices.ts';
import type { Command } from './define/command.ts';
import { FOLLOW_WORDS } from '../words/follow-words.ts';

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
  description: FOLLOW_WORDS.followDescription,
  isFree: true,
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'speaker',
      description: FOLLOW_WORDS.whatPersonBody,
      autocomplete: true,
    },
    offeredOption('side', FOLLOW_WORDS.whatSideSays),
    offeredOption('topic', FOLLOW_WORDS.whatSaidTopic),
    {
      type: ApplicationCommandOptionType.String,
      name: 'act',
      description: FOLLOW_WORDS.onlyWhatOffers,
      choices: ACTS.map((act) => ({ name: act, value: act })),
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'where',
      description: FOLLOW_WORDS.whereOption,
      choices: [
        { name: FOLLOW_WORDS.toMe, value: 'me' },
        { name: FOLLOW_WORDS.inThisChannel, value: 'here' },
      ],
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'pace',
      description: FOLLOW_WORDS.paceOption,
      choices: PACES.map((pace) => ({ name: pace, value: pace })),
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'quiet',
      description: FOLLOW_WORDS.quietOption,
      max_length: 60,
    },
  ],
  visibility: () => 'private',
  async run({ app, options, server, asker }) {
    const { act, where, pace, quiet, ...named } = Options.parse(options);
    const [subject, more] = SUBJECTS.filter((one) => named[one] !== undefined);
    const target = subject && named[subject];
    if (subject === undefined || target === undefined || more !== undefined)
      throw new UserError(FOLLOW_WORDS.nothingNamed);
    if (asker === undefined) throw new UserError(FOLLOW_WORDS.nobodyToTell);
    const { userId, channelId } = asker;
    if (where === 'here' && (server === null || channelId === null))
      throw new UserError(FOLLOW_WORDS.noChannelHere);
    if (where === 'here' && server?.mayManage !== true) throw new UserError(FOLLOW_WORDS.channelForManagers);
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
    return createReply(FOLLOW_WORDS.followed(followLine(row, app), row.id));
  },
  complete: completeFilter,
};

/** Lists what somebody follows, and what is told in the channel. */
export const following: Command = {
  name: 'following',
  description: FOLLOW_WORDS.followingDescription,
  isFree: true,
  options: () => [],
  visibility: () => 'private',
  async run({ app, asker }) {
    if (asker === undefined) return renderFollows([], app);
    const { userId, channelId } = asker;
    const [own, here] = await Promise.all([
      app.follows({ person: userId }),
      channelId === null ? [] : app.follows({ place: channelId }),
    ]);
    const all = new Map([...own, ...here].map((one) => [one.id, one]));
    return renderFollows(
      [...all.values()].toSorted((a, b) => a.id - b.id),
      app,
    );
  },
};

const Which = z.object({ which: z.int() });

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
    const { which } = Which.parse(options);
    const row = (await app.follows()).find(({ id }) => id === which);
    const isOwn = row !== undefined && row.person === asker?.userId;
    const isHere = row !== undefined && row.place === asker?.channelId && server?.mayManage === true;
    if (row === undefined || (!isOwn && !isHere)) throw new UserError(FOLLOW_WORDS.noSuchNumber(which));
    await app.unfollow(which);
    return createReply(FOLLOW_WORDS.noLongerFollowed(followLine(row, app)));
  },
};
