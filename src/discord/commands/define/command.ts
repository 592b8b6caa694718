import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { App } from '../../../app.ts';
import type { Collections } from '../../../app/collections.ts';
import type { Named } from '../../../domain/question.ts';
import type { Reply } from '../../reply.ts';
import { localizations } from '../../words/command-names.ts';

/** What was filled in, by option name. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** A choice offered while somebody types. */
export type Choice = APIApplicationCommandOptionChoice<string>;

/** The server in which something is asked. */
export interface Server {
  readonly id: string;
  /** Whether who asks may manage it. */
  readonly mayManage: boolean;
  /** Whether Discord gives the bot the words of messages that do not mention it. */
  readonly readsMessages: boolean;
  /** Its channels, by id, where they are known. */
  readonly channels?: readonly string[];
}

export interface CommandContext {
  readonly app: App;
  readonly options: OptionValues;
  /** Which page of what is shown, from 0. */
  readonly page: number;
  /** Null in direct messages. */
  readonly server: Server | null;
  /** Who asks, and in which channel; absent where a command is run again for a button. */
  readonly asker?: { readonly userId: string; readonly channelId: string | null };
  /** Those of all servers; absent or null where no server can have one. */
  readonly collections?: Collections | null;
  /** All commands, for `help`. */
  readonly commands: readonly Command[];
  /** Fires when the answer would come too late. */
  readonly signal: AbortSignal;
}

export interface CompletionRequest {
  readonly app: App;
  /** The name of the option being typed. */
  readonly option: string;
  /** What is typed so far. */
  readonly value: string;
  /** The server in which it is; absent or null in direct messages. */
  readonly guildId?: string | null;
}

/** A slash command as data and pure functions; only `dispatch` talks to Discord. */
export interface Command {
  readonly name: string;
  /** Says what the command answers; shown by Discord and by `help`. */
  readonly description: string;
  /** Its options in Discord's own JSON. */
  options(): APIApplicationCommandOption[];
  /** Only for those who may manage the server, and only there. */
  readonly isForManagers?: true;
  /** About the server itself: it gets the operator's collection, which keeps what is set for servers. */
  readonly isOfServer?: true;
  /** Does something without an option filled in with words. */
  readonly worksWithoutWords?: true;
  /** Asks nothing of the articles, so that it is never too much. */
  readonly isFree?: true;
  /** Who sees the reply: everybody in the channel, or only who asked. */
  visibility(options: OptionValues): 'public' | 'private';
  /** Throws `UserError` for what the person can mend. */
  run(context: CommandContext): Promise<Reply>;
  /** The options that a sentence calls for the command with, "timeline of sanctions"; null when it does not. */
  calledBy?(named: Named): OptionValues | null;
  /** Best first; `dispatch` keeps to Discord's limits. */
  complete?(request: CompletionRequest): Promise<readonly Choice[]>;
}

/** A command on somebody's message, in the menu of its right click; answered privately. */
export interface MessageCommand {
  /** As it stands in that menu. */
  readonly name: string;
  readonly run: (context: {
    readonly app: App;
    /** What the message says. */
    readonly text: string;
    readonly signal: AbortSignal;
  }) => Promise<Reply>;
}

/** In servers that have the bot, with it directly, and wherever else somebody takes it along who installed it for themselves. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};
const FOR_MANAGERS = {
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** The command as Discord registers it. */
export function definition(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const { name, description, isForManagers } = command;
  return {
    name,
    description,
    ...localizations(name),
    options: command.options(),
    ...(isForManagers ? FOR_MANAGERS : EVERYWHERE),
  };
}

/** The same of a command on messages. */
export function messageDefinition({
  name,
}: MessageCommand): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, name, ...EVERYWHERE };
}
