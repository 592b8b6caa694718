import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { App } from '../../../app.ts';
import type { Collections } from '../../../app/collections.ts';
import type { Named } from '../../../domain/question.ts';
import type { Reply } from '../../reply.ts';
import type { ServerSettings } from '../../server-settings.ts';
import { localizations } from '../../words/command-names.ts';

/** What was filled in, by option name. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** A choice offered while somebody types. */
export type Choice = APIApplicationCommandOptionChoice<string>;

/** The server in which something is asked. */
export interface Server {
  readonly id: string;
  /** Whether the bot is in it: commands also work where only who asks has it. Absent where that is not known. */
  readonly hasBot?: boolean;
  /** Whether who asks may manage it. */
  readonly mayManage: boolean;
  /** Whether Discord gives the bot the words of messages that do not mention it. */
  readonly readsMessages: boolean;
  /** Its channels, by id, where they are known. */
  readonly channels?: readonly string[];
  /** The roles that who asks has there, by id. */
  readonly roles: readonly string[];
}

/** A file that came with what somebody asked. */
export interface Attached {
  readonly name: string;
  /** Where Discord keeps it, for a day or so. */
  readonly url: string;
  /** In bytes. */
  readonly size: number;
}

/** How work that takes long tells where it is. */
export interface Progress {
  /** Shows this in place of the answer until the next one comes; what comes too often is passed over. Never rejects. */
  readonly tell: (reply: Reply) => void;
  /** By what the answer can be edited from another process too, for fifteen minutes. */
  readonly answer: { readonly applicationId: string; readonly token: string };
}

/** Who asks, and where. */
interface Asker {
  readonly userId: string;
  readonly channelId: string | null;
  /** As others see them. */
  readonly name?: string;
}

export interface CommandContext {
  readonly app: App;
  readonly options: OptionValues;
  /** Which page of what is shown, from 0. */
  readonly page: number;
  /** Null in direct messages. */
  readonly server: Server | null;
  /** Those of the server; the operator's collection keeps them, and `app` may be over another. Absent for a button. */
  readonly settings?: ServerSettings;
  /** Who asks, and in which channel; absent where a command is run again for a button. */
  readonly asker?: Asker;
  /** The files among the options; absent for none. */
  readonly attached?: readonly Attached[];
  /** Absent where the command is not one that `takesLong`. */
  readonly progress?: Progress;
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
  /** About the server itself: it gets the operator's collection, which keeps what is set for servers. */
  readonly isOfServer?: true;
  /** Only in servers that have the bot. */
  readonly isForServers?: true;
  /** Takes minutes: it tells how far it is, and ends before Discord's token does. */
  readonly takesLong?: true;
  /** Does something without an option filled in with words. */
  readonly worksWithoutWords?: true;
  /** Asks nothing of the articles, so that it is never too much; of some commands only with some options. */
  readonly isFree?: true | ((options: OptionValues) => boolean);
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
  readonly isForServers?: true;
  readonly takesLong?: true;
  readonly run: (context: MessageContext) => Promise<Reply>;
}

interface MessageContext
  extends
    Pick<CommandContext, 'app' | 'signal' | 'settings' | 'asker' | 'attached' | 'progress'>,
    Partial<Pick<CommandContext, 'server'>> {
  /** What the message says. */
  readonly text: string;
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
const FOR_SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** Whether it is one of the questions of which only so many may be asked in a minute. */
export function isCounted({ isFree }: Pick<Command, 'isFree'>, options: OptionValues): boolean {
  return typeof isFree === 'function' ? !isFree(options) : isFree !== true;
}

/** The command as Discord registers it. */
export function definition(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const { name, description, isForServers } = command;
  return {
    name,
    description,
    ...localizations(name),
    options: command.options(),
    ...(isForServers ? FOR_SERVERS : EVERYWHERE),
  };
}

/** The same of a command on messages. */
export function messageDefinition({
  name,
  isForServers,
}: MessageCommand): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, name, ...(isForServers ? FOR_SERVERS : EVERYWHERE) };
}
