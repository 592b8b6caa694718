import { randomUUID } from 'node:crypto';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
} from 'discord.js';
import type { StoredMessage } from './messages.ts';
import { IDS, newId, type User } from './people.ts';
import { CHANNEL_NAME, memberOf } from './server.ts';

/** Who does something, and where. */
export interface By {
  readonly by: User;
  /** A channel of the server, a thread or the direct channel; the server's channel where it is not said. */
  readonly channelId?: string;
  /** What they may do in the server; all that there is where it is not said. */
  readonly permissions?: bigint;
  readonly applicationId?: string;
}

/** An option as it was filled in, or a subcommand with those below it. */
export interface FilledOption {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly FilledOption[];
}

export type InteractionPayload = ReturnType<typeof interaction>;

function interaction(
  type: InteractionType,
  { by, channelId = IDS.channel, permissions, applicationId = IDS.application }: By,
  data: Readonly<Record<string, unknown>>,
  on?: StoredMessage,
) {
  const direct = channelId === IDS.directChannel;
  return {
    id: newId(),
    application_id: applicationId,
    type,
    // Whoever has it may answer in the bot's name: unlike an id, it cannot be guessed.
    token: `interaction-token-${randomUUID()}`,
    version: 1,
    channel_id: channelId,
    channel: channelOf(channelId),
    ...(on ? { message: on } : {}),
    ...(direct ? { user: by } : { ...guildOf(IDS.guild), member: memberOf(by, permissions) }),
    locale: 'en-US',
    guild_locale: 'en-US',
    app_permissions: '2248473465835073',
    entitlements: [],
    authorizing_integration_owners: installedBy('0', IDS.guild),
    context: direct ? 1 : 0,
    attachment_size_limit: 10_485_760,
    data,
  };
}

interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly guild_id?: string;
  readonly parent_id?: string;
  readonly name?: string;
}

function channelOf(id: string): Channel {
  if (id === IDS.directChannel) return { id, type: ChannelType.DM };
  if (id === IDS.channel) return { id, type: ChannelType.GuildText, guild_id: IDS.guild, name: CHANNEL_NAME };
  return { id, type: ChannelType.PublicThread, guild_id: IDS.guild, parent_id: IDS.channel };
}

/** Through whom the bot is there: `0` a server, `1` a person. */
export function installedBy(kind: '0' | '1', id: string): Readonly<Record<string, string>> {
  return { [kind]: id };
}

/** The server that an interaction comes from. */
export function guildOf(id: string) {
  return { guild_id: id, guild: { id, locale: 'en-US', features: [] } };
}

/** Somebody sends `/name` with these options filled in. */
export function slashCommand(name: string, options: readonly FilledOption[], by: By): InteractionPayload {
  const data = { id: newId(), type: ApplicationCommandType.ChatInput, name, options };
  return interaction(InteractionType.ApplicationCommand, by, data);
}

/** Somebody types into the option of `/name` that is `focused`. */
export function autocomplete(name: string, options: readonly FilledOption[], by: By): InteractionPayload {
  const data = { id: newId(), type: ApplicationCommandType.ChatInput, name, options };
  return interaction(InteractionType.ApplicationCommandAutocomplete, by, data);
}

/** Somebody chooses the command of that name in the menu of a message. */
export function messageCommand(name: string, target: StoredMessage, by: By): InteractionPayload {
  return interaction(InteractionType.ApplicationCommand, by, {
    id: newId(),
    type: ApplicationCommandType.Message,
    name,
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  });
}

/** Somebody clicks the button of that custom id under a message. */
export function buttonClick(on: StoredMessage, customId: string, by: By): InteractionPayload {
  const data = { custom_id: customId, component_type: ComponentType.Button };
  return interaction(InteractionType.MessageComponent, by, data, on);
}

/** A form as the bot opens it, as far as filling it in needs it. */
export interface Form {
  readonly custom_id: string;
  readonly components: readonly {
    readonly component: {
      readonly type: ComponentType;
      readonly custom_id: string;
      readonly options?:
        readonly { readonly value: string; readonly default?: boolean | undefined }[] | undefined;
    };
  }[];
}

/** Somebody sends a form off with these fields; what is not among them is left as it is shown. */
export function formSubmit(
  form: Form,
  fields: Readonly<Record<string, string>>,
  by: By,
  on?: StoredMessage,
): InteractionPayload {
  const components = form.components.map(({ component }) => {
    const { type, custom_id } = component;
    const chosen = component.options?.find((option) => option.default === true)?.value;
    const value = fields[custom_id] ?? chosen ?? '';
    const isText = type === ComponentType.TextInput;
    const filled = isText ? { value } : { values: value === '' ? [] : [value] };
    return { type: ComponentType.Label, id: 1, component: { type, id: 2, custom_id, ...filled } };
  });
  return interaction(InteractionType.ModalSubmit, by, { custom_id: form.custom_id, components }, on);
}
