import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord.js';

/** Who and where everything happens in the double, as Discord would name them. */
export const IDS = {
  application: '900000000000000001',
  bot: '900000000000000001',
  botRole: '900000000000000007',
  guild: '900000000000000002',
  channel: '900000000000000003',
  directChannel: '900000000000000004',
  thread: '900000000000000009',
  person: '900000000000000005',
  otherBot: '900000000000000006',
} as const;

export const BOT_USER = user(IDS.bot, 'Parley', true);
export const PERSON = user(IDS.person, 'Ada', false);
export const OTHER_PERSON = user('900000000000000008', 'Grace', false);
export const OTHER_BOT = user(IDS.otherBot, 'Echo', true);

export type OptionValue = string | number | boolean;

let lastId = 1_000_000_000_000_000_000n;
/** A new id, larger than all before. */
export function newId(): string {
  lastId += 4_194_304n;
  return lastId.toString();
}

export function user(id: string, username: string, bot: boolean) {
  return { id, username, discriminator: '0', global_name: username, avatar: null, bot };
}

const member = {
  user: PERSON,
  roles: [],
  joined_at: '2024-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
  permissions: '2248473465835073',
};

const EVERYTHING_NEEDED = 2_248_473_465_835_073n;

/** The server the bot is in, with one text channel. */
export function guildCreate(everyone = EVERYTHING_NEEDED) {
  return {
    id: IDS.guild,
    name: 'Newsroom',
    icon: null,
    owner_id: IDS.person,
    preferred_locale: 'en-US',
    features: [],
    emojis: [],
    stickers: [],
    member_count: 2,
    large: false,
    joined_at: '2024-01-01T00:00:00.000Z',
    roles: [
      role(IDS.guild, '@everyone', {}, everyone),
      role(IDS.botRole, 'Parley', { bot_id: IDS.bot }, everyone),
    ],
    members: [{ ...member, user: BOT_USER, roles: [IDS.botRole] }],
    channels: [
      { id: IDS.channel, type: ChannelType.GuildText, name: 'talks', position: 0, permission_overwrites: [] },
    ],
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function role(id: string, name: string, tags: object, permissions: bigint) {
  const rest = {
    color: 0,
    colors: { primary_color: 0 },
    hoist: false,
    position: 0,
    permissions: permissions.toString(),
  };
  return { id, name, ...rest, managed: 'bot_id' in tags, mentionable: false, flags: 0, tags };
}

/** The thread that the bot opens in the channel. */
export function thread(name: string) {
  return {
    id: IDS.thread,
    type: ChannelType.PublicThread,
    guild_id: IDS.guild,
    parent_id: IDS.channel,
    owner_id: IDS.bot,
    name,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 60,
      archive_timestamp: '2024-01-01T00:00:00.000Z',
      locked: false,
    },
    message_count: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: 0,
  };
}

/** Where an interaction comes from. */
export type Place = 'server' | 'direct';

function interaction(
  type: InteractionType,
  place: Place,
  data: object,
  { by = PERSON, on }: { readonly by?: typeof PERSON; readonly on?: object } = {},
) {
  const direct = place === 'direct';
  return {
    id: newId(),
    application_id: IDS.application,
    type,
    token: `interaction-token-${newId()}`,
    version: 1,
    channel_id: direct ? IDS.directChannel : IDS.channel,
    channel: direct
      ? { id: IDS.directChannel, type: ChannelType.DM }
      : { id: IDS.channel, type: ChannelType.GuildText, guild_id: IDS.guild, name: 'talks' },
    ...(on ? { message: on } : {}),
    ...(direct
      ? { user: by }
      : {
          ...guildOf(IDS.guild),
          member: { ...member, user: by },
        }),
    locale: 'en-US',
    guild_locale: 'en-US',
    app_permissions: '2248473465835073',
    entitlements: [],
    authorizing_integration_owners: { '0': IDS.guild } as Readonly<Record<string, string>>,
    context: direct ? 1 : 0,
    attachment_size_limit: 10_485_760,
    data,
  };
}

function guildOf(id: string) {
  return { guild_id: id, guild: { id, locale: 'en-US', features: [] } };
}

export type InteractionPayload = ReturnType<typeof interaction>;

/** Somebody sends `/name` with these options filled in. */
export function slashCommand(
  name: string,
  options: Readonly<Record<string, OptionValue>>,
  place: Place,
  by = PERSON,
) {
  const filled = Object.entries(options).map(([option, value]) => ({
    name: option,
    type: typeOf(value),
    value,
  }));
  const data = { id: newId(), type: ApplicationCommandType.ChatInput, name, options: filled };
  return interaction(InteractionType.ApplicationCommand, place, data, { by });
}

/** Somebody sends `/name subcommand`; `permissions` are theirs in the server. */
export function subcommand(
  name: string,
  below: string,
  options: Readonly<Record<string, OptionValue>>,
  permissions: bigint,
) {
  const filled = Object.entries(options).map(([option, value]) => ({
    name: option,
    type: typeOf(value),
    value,
  }));
  const payload = interaction(InteractionType.ApplicationCommand, 'server', {
    id: newId(),
    type: ApplicationCommandType.ChatInput,
    name,
    options: [{ name: below, type: ApplicationCommandOptionType.Subcommand, options: filled }],
  });
  return { ...payload, member: { ...member, permissions: permissions.toString() } };
}

/** Somebody chooses the command of that name on a message with this text. */
export function messageCommand(name: string, text: string) {
  const target = storedMessage({ author: OTHER_PERSON, content: text });
  return interaction(InteractionType.ApplicationCommand, 'server', {
    id: newId(),
    type: ApplicationCommandType.Message,
    name,
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  });
}

/** The same interaction from another server. */
export function inServer(payload: InteractionPayload, guildId: string): InteractionPayload {
  return { ...payload, ...guildOf(guildId) };
}

/** The same interaction from where the bot is not: who asks has it installed for themselves. */
export function asGuest(payload: InteractionPayload): InteractionPayload {
  return {
    ...inServer(payload, '900000000000000080'),
    authorizing_integration_owners: { '1': IDS.person },
  };
}

/** Somebody types `value` into `option` of `/name`. */
export function autocomplete(name: string, option: string, value: string) {
  return interaction(InteractionType.ApplicationCommandAutocomplete, 'server', {
    id: newId(),
    type: ApplicationCommandType.ChatInput,
    name,
    options: [{ name: option, type: ApplicationCommandOptionType.String, value, focused: true }],
  });
}

export interface ClickOptions {
  readonly by?: typeof PERSON;
  /** Whether the message is seen by one person only. */
  readonly isPrivate?: boolean;
}

/** Somebody clicks the button of that custom id under a message of the bot with this body. */
export function click(body: object, customId: string, { by, isPrivate = false }: ClickOptions) {
  const on = { ...storedMessage(body), flags: isPrivate ? MessageFlags.Ephemeral : 0 };
  const data = { custom_id: customId, component_type: ComponentType.Button };
  return interaction(InteractionType.MessageComponent, 'server', data, { on, ...(by ? { by } : {}) });
}

/** Somebody sends a form off with these fields; what is not among them is left as it is shown. */
export function submitForm(form: Form, fields: Readonly<Record<string, string>>) {
  const components = form.components.map(({ component }) => {
    const { type, custom_id } = component;
    const chosen = component.options?.find((option) => option.default === true)?.value;
    const value = fields[custom_id] ?? chosen ?? '';
    const filled = type === ComponentType.TextInput ? { value } : { values: value === '' ? [] : [value] };
    return { type: ComponentType.Label, id: 1, component: { type, id: 2, custom_id, ...filled } };
  });
  return interaction(InteractionType.ModalSubmit, 'server', { custom_id: form.custom_id, components });
}

/** A form as the bot opens it, as far as filling it in needs it. */
export interface Form {
  readonly custom_id: string;
  readonly components: readonly {
    readonly component: {
      readonly type: ComponentType;
      readonly custom_id: string;
      readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
    };
  }[];
}

/** A message of the bot as Discord gives it back. */
export function storedMessage(body: object) {
  const base = { id: newId(), type: MessageType.Default, channel_id: IDS.channel, author: BOT_USER };
  const rest = {
    content: '',
    embeds: [],
    components: [],
    tts: false,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    pinned: false,
    flags: 0,
  };
  return { ...base, ...rest, timestamp: new Date().toISOString(), edited_timestamp: null, ...body };
}

function typeOf(value: OptionValue): ApplicationCommandOptionType {
  if (typeof value === 'string') return ApplicationCommandOptionType.String;
  return typeof value === 'boolean'
    ? ApplicationCommandOptionType.Boolean
    : ApplicationCommandOptionType.Number;
}

export interface MessageOptions {
  readonly author?: typeof PERSON;
  readonly place?: Place | 'thread';
  /** The message of the bot that it replies to. */
  readonly repliesTo?: { readonly id: string };
}

/** Somebody writes a message; mentions are read off its text. */
export function message(
  content: string,
  { author = PERSON, place = 'server', repliesTo }: MessageOptions = {},
) {
  const direct = place === 'direct';
  return {
    id: newId(),
    type: repliesTo ? MessageType.Reply : MessageType.Default,
    channel_id: { direct: IDS.directChannel, thread: IDS.thread, server: IDS.channel }[place],
    channel_type: { direct: ChannelType.DM, thread: ChannelType.PublicThread, server: ChannelType.GuildText }[
      place
    ],
    ...(repliesTo
      ? {
          message_reference: { message_id: repliesTo.id, channel_id: IDS.channel, guild_id: IDS.guild },
          referenced_message: { ...storedMessage({ content: 'before' }), id: repliesTo.id },
        }
      : {}),
    ...(direct ? {} : { guild_id: IDS.guild, member: { ...member, user: undefined } }),
    author,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: content.includes('@everyone'),
    mentions: content.includes(`<@${IDS.bot}>`) || content.includes(`<@!${IDS.bot}>`) ? [BOT_USER] : [],
    mention_roles: content.includes(`<@&${IDS.botRole}>`) ? [IDS.botRole] : [],
    attachments: [],
    embeds: [],
    pinned: false,
    flags: 0,
  };
}
