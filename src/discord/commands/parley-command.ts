import { ApplicationCommandOptionType, ChannelType } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { NEUTRAL_COLOR } from '../render/evidence-card.ts';
import { createReply } from '../reply.ts';
import {
  DEFAULT_SETTINGS,
  MOST_A_MINUTE,
  MOST_CHANNELS,
  readSettings,
  writeSettings,
  type ServerSettings,
} from '../server-settings.ts';
import type { Command, Server } from './define/command.ts';
import { forgetSubcommand, runForget } from './server/forget-asked.ts';
import { collectionSubcommand, completeCollection, runOwnCollections } from './server/own-collections.ts';
import { SERVER_WORDS } from '../words/server-words.ts';

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
  description: SERVER_WORDS.whereIAnswer,
  isFree: true,
  isOfServer: true,
  takesLong: true,
  options: () => [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'settings',
      description: SERVER_WORDS.showsSettingsServer,
      options: [
        {
          type: ApplicationCommandOptionType.Boolean,
          name: 'private',
          description: SERVER_WORDS.whetherAnswersCommands,
        },
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'only_in',
          description: SERVER_WORDS.answerAllSee,
          channel_types: [...CHANNELS],
        },
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'not_in',
          description: SERVER_WORDS.takeChannelOff,
          channel_types: [...CHANNELS],
        },
        {
          type: ApplicationCommandOptionType.Role,
          name: 'editors',
          description: SERVER_WORDS.whoHasRole,
        },
        {
          type: ApplicationCommandOptionType.Role,
          name: 'not_editors',
          description: SERVER_WORDS.takeRoleOff,
        },
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'auto_answer',
          description: SERVER_WORDS.answerEveryQuestion,
          channel_types: [ChannelType.GuildText],
        },
        {
          type: ApplicationCommandOptionType.Boolean,
          name: 'auto_off',
          description: SERVER_WORDS.answerNowhereWithout,
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'per_user',
          description: SERVER_WORDS.howManyQuestions,
          min_value: 1,
          max_value: MOST_A_MINUTE,
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'per_server',
          description: SERVER_WORDS.howManyQuestionsAll,
          min_value: 1,
          max_value: MOST_A_MINUTE,
        },
        {
          type: ApplicationCommandOptionType.Boolean,
          name: 'reset',
          description: SERVER_WORDS.everythingBeginningBefore,
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
    if (server === null) throw new UserError(SERVER_WORDS.settingsThoseServer);
    if (!server.mayManage) throw new UserError(SERVER_WORDS.onlyWhoManage);
    const changes = Options.parse(options);
    const kept = await readSettings(app, server.id);
    // Articles are not lost by a reset.
    const { collections, collection, tied } = kept;
    const before = changes.reset === true ? { ...DEFAULT_SETTINGS, collections, collection, tied } : kept;
    const settings = changed(before, changes);
    if (Object.values(changes).some((value) => value !== undefined))
      await writeSettings(app, server.id, settings);
    return createReply(SERVER_WORDS.howIBehave, [
      { title: SERVER_WORDS.settings, description: told(settings, server).join('\n'), color: NEUTRAL_COLOR },
    ]);
  },
  complete: completeCollection,
};

function changed(before: ServerSettings, changes: z.infer<typeof Options>): ServerSettings {
  const { auto_answer: auto } = changes;
  const channels = listWith(before.channels, changes.only_in, changes.not_in);
  if (channels.length > MOST_CHANNELS) throw new UserError(SERVER_WORDS.mostChannelsCan(MOST_CHANNELS));
  const editors = listWith(before.editors, changes.editors, changes.not_editors);
  if (editors.length > MOST_CHANNELS) throw new UserError(SERVER_WORDS.mostRolesCan(MOST_CHANNELS));
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
    SERVER_WORDS.answersAllSee(
      channels.length === 0 ? SERVER_WORDS.everyChannel : SERVER_WORDS.only(channels.map(mention).join(', ')),
    ),
    SERVER_WORDS.answersCommands(isPrivate ? SERVER_WORDS.shownOnlyWho : SERVER_WORDS.shownAllWhere),
    SERVER_WORDS.withoutMention(
      autoChannel === null ? SERVER_WORDS.nowhere : SERVER_WORDS.everyQuestion(mention(autoChannel)),
    ),
    SERVER_WORDS.articlesAddedTaken(editors.map((id) => `, <@&${id}>`).join('')),
    SERVER_WORDS.questionsMinutePerson(perUser, perServer),
    ...(autoChannel !== null && !readsMessages ? ['', SERVER_WORDS.intentMissing] : []),
  ];
}

/** A channel's name as Discord shows it; it notifies nobody. */
function mention(id: string): string {
  return `<#${id}>`;
}
