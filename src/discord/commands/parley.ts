import { ApplicationCommandOptionType, ChannelType } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { INTENT_MISSING } from '../gateway/connection.ts';
import { NEUTRAL_COLOR } from '../render/evidence-embed.ts';
import { createReply } from '../reply.ts';
import {
  DEFAULT_SETTINGS,
  MOST_A_MINUTE,
  MOST_CHANNELS,
  readSettings,
  writeSettings,
  type ServerSettings,
} from '../settings.ts';
import type { Command, Server } from './define/command.ts';
import { forgetSubcommand, runForget } from './server/forget.ts';
import { collectionSubcommand, completeCollection, runOwnCollections } from './server/own-collections.ts';

const Options = z.object({
  private: z.boolean().optional(),
  only_in: z.string().optional(),
  not_in: z.string().optional(),
  editors: z.string().optional(),
  not_editors: z.string().optional(),
  auto_answer: z.string().optional(),
  auto_off: z.boolean().optional(),
  per_user: z.number().optional(),
  per_server: z.number().optional(),
  reset: z.boolean().optional(),
});

const CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;

/** Shows and changes how the bot behaves in a server. */
export const parley: Command = {
  name: 'parley',
  description:
    'Where I answer in this server, how much, from which articles; what I keep of you is removed here too',
  isFree: true,
  isOfServer: true,
  takesLong: true,
  options: () => [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'settings',
      description: 'Shows the settings of this server, and changes those that you fill in',
      options: [
        {
          type: ApplicationCommandOptionType.Boolean,
          name: 'private',
          description: 'Whether answers to commands are shown only to who asked',
        },
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'only_in',
          description: 'Answer for all to see in this channel and those named before, and nowhere else',
          channel_types: [...CHANNELS],
        },
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'not_in',
          description: 'Take this channel off that list; an empty list means everywhere',
          channel_types: [...CHANNELS],
        },
        {
          type: ApplicationCommandOptionType.Role,
          name: 'editors',
          description: 'Who has this role, or one named before, may add articles and take them out',
        },
        {
          type: ApplicationCommandOptionType.Role,
          name: 'not_editors',
          description: 'Take this role off that list; an empty list means who manages the server',
        },
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'auto_answer',
          description: 'Answer every question in this channel, also without a mention',
          channel_types: [ChannelType.GuildText],
        },
        {
          type: ApplicationCommandOptionType.Boolean,
          name: 'auto_off',
          description: 'Answer nowhere without a mention',
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'per_user',
          description: 'How many questions one person may ask in a minute',
          min_value: 1,
          max_value: MOST_A_MINUTE,
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'per_server',
          description: 'How many questions all here together may ask in a minute',
          min_value: 1,
          max_value: MOST_A_MINUTE,
        },
        {
          type: ApplicationCommandOptionType.Boolean,
          name: 'reset',
          description: 'Everything as it was at the beginning, before what else is filled in',
        },
      ],
    },
    collectionSubcommand,
    forgetSubcommand,
  ],
  visibility: () => 'private',
  async run(context) {
    const { app, options, server } = context;
    if (options['subcommand'] === 'collection') return runOwnCollections(context);
    if (options['subcommand'] === 'forget') return runForget(context);
    if (server === null) throw new UserError('Settings are those of a server; use the command there.');
    if (!server.mayManage)
      throw new UserError('Only who may manage this server can see and change its settings.');
    const changes = Options.parse(options);
    const kept = await readSettings(app, server.id);
    // Articles are not lost by a reset.
    const { collections, collection, tied } = kept;
    const before = changes.reset === true ? { ...DEFAULT_SETTINGS, collections, collection, tied } : kept;
    const settings = changed(before, changes);
    if (Object.values(changes).some((value) => value !== undefined))
      await writeSettings(app, server.id, settings);
    return createReply('How I behave in this server.', [
      { title: 'Settings', description: told(settings, server).join('\n'), color: NEUTRAL_COLOR },
    ]);
  },
  complete: completeCollection,
};

function changed(before: ServerSettings, changes: z.infer<typeof Options>): ServerSettings {
  const { auto_answer: auto } = changes;
  const channels = listWith(before.channels, changes.only_in, changes.not_in);
  if (channels.length > MOST_CHANNELS)
    throw new UserError(`At most ${MOST_CHANNELS} channels can be named; take one off with not_in first.`);
  const editors = listWith(before.editors, changes.editors, changes.not_editors);
  if (editors.length > MOST_CHANNELS)
    throw new UserError(`At most ${MOST_CHANNELS} roles can be named; take one off with not_editors first.`);
  return {
    ...before,
    channels,
    editors,
    isPrivate: changes.private ?? before.isPrivate,
    autoChannel: changes.auto_off === true ? null : (auto ?? before.autoChannel),
    perUser: changes.per_user ?? before.perUser,
    perServer: changes.per_server ?? before.perServer,
  };
}

function listWith(
  before: readonly string[],
  added: string | undefined,
  removed: string | undefined,
): string[] {
  const all = added === undefined ? [...before] : [...new Set([...before, added])];
  return all.filter((id) => id !== removed);
}

function told(settings: ServerSettings, { readsMessages }: Server): string[] {
  const { channels, editors, isPrivate, autoChannel, perUser, perServer } = settings;
  return [
    `**Answers for all to see** · ${channels.length === 0 ? 'in every channel' : `only in ${channels.map(mention).join(', ')}`}`,
    `**Answers to commands** · ${isPrivate ? 'shown only to who asked' : 'shown to all, where that is allowed'}`,
    `**Without a mention** · ${autoChannel === null ? 'nowhere' : `every question in ${mention(autoChannel)}`}`,
    `**Articles are added and taken out** · by who manages the server${editors.map((id) => `, <@&${id}>`).join('')}`,
    `**Questions a minute** · ${perUser} of one person, ${perServer} of the server`,
    ...(autoChannel !== null && !readsMessages ? ['', INTENT_MISSING] : []),
  ];
}

/** A channel's name as Discord shows it; it notifies nobody. */
function mention(id: string): string {
  return `<#${id}>`;
}
