import {
  ApplicationCommandOptionType,
  ChannelType,
  type APIApplicationCommandSubcommandOption,
} from 'discord.js';
import { z } from 'zod';
import type { Collections } from '../../../app/collections.ts';
import { UserError } from '../../../errors.ts';
import { LIMITS } from '../../limits.ts';
import { markdownLine } from '../../render/escape.ts';
import { NEUTRAL_COLOR } from '../../render/evidence-card.ts';
import { createReply, type Reply } from '../../reply.ts';
import { MOST_COLLECTIONS, MOST_TIED, NAME_CHARS, SHARED, type Ties } from '../../servers/ties.ts';
import { readSettings, writeSettings } from '../../server-settings.ts';
import type { Choice, CommandContext, CompletionRequest } from '../define/command.ts';
import { SERVER_WORDS } from '../../words/server-words.ts';

const Options = z.object({
  new: z.string().trim().min(1).max(NAME_CHARS).optional(),
  use: z.string().optional(),
  remove: z.string().optional(),
  channel: z.string().optional(),
  channel_off: z.string().optional(),
});
type Changes = z.infer<typeof Options>;

const CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;

/** Which articles this server reads: its own collections, or the shared one. */
export const collectionSubcommand: APIApplicationCommandSubcommandOption = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'collection',
  description: SERVER_WORDS.whichArticlesI,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'new',
      description: SERVER_WORDS.beginEmptyCollection,
      max_length: NAME_CHARS,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'use',
      description: SERVER_WORDS.answerNameShared,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.Channel,
      name: 'channel',
      description: SERVER_WORDS.onlyChannelWithout,
      channel_types: [...CHANNELS],
    },
    {
      type: ApplicationCommandOptionType.Channel,
      name: 'channel_off',
      description: SERVER_WORDS.channelHasNo,
      channel_types: [...CHANNELS],
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'remove',
      description: SERVER_WORDS.deleteCollectionServer,
      autocomplete: true,
    },
  ],
};

/** Shows and changes which collections a server has and reads. */
export async function runOwnCollections({
  app,
  options,
  server,
  collections = null,
}: Pick<CommandContext, 'app' | 'options' | 'server' | 'collections'>): Promise<Reply> {
  if (server === null) throw new UserError(SERVER_WORDS.collectionsThoseServer);
  if (!server.mayManage) throw new UserError(SERVER_WORDS.onlyWhoManageServerCan);
  const changes = Options.parse(options);
  const settings = await readSettings(app, server.id);
  if (changes.new !== undefined && server.hasBot === false) throw new UserError(SERVER_WORDS.iAmNot);
  const named = changes.new === undefined ? null : await begun(settings, changes.new, collections);
  let ties: Ties = settings;
  try {
    ties = changed(named?.ties ?? settings, changes, named?.key ?? null);
    if (ties !== settings) await writeSettings(app, server.id, { ...settings, ...ties });
  } catch (error) {
    // Nobody would own it.
    if (named !== null) await collections?.remove(named.key);
    throw error;
  }
  if (named !== null && !ties.collections.some(({ key }) => key === named.key))
    await collections?.remove(named.key);
  for (const { key } of settings.collections)
    if (!ties.collections.some((one) => one.key === key)) await collections?.remove(key);
  const hint = changes.new === undefined ? '' : SERVER_WORDS.emptyPutArticles;
  return createReply(SERVER_WORDS.whatIAnswer(hint), [
    {
      title: SERVER_WORDS.collections,
      description: told(ties, collections).join('\n'),
      color: NEUTRAL_COLOR,
    },
  ]);
}

/** With a new one, which is made last of all that can be refused. */
async function begun(
  ties: Ties,
  name: string,
  collections: Collections | null,
): Promise<{ readonly ties: Ties; readonly key: string }> {
  if (collections === null) throw new UserError(SERVER_WORDS.serversCanHave);
  if (isName(SHARED, name) || ties.collections.some((one) => isName(one.name, name)))
    throw new UserError(SERVER_WORDS.collectionAlreadyChoose(name));
  if (ties.collections.length >= MOST_COLLECTIONS)
    throw new UserError(SERVER_WORDS.serverCanHave(MOST_COLLECTIONS));
  const key = await collections.make();
  return { ties: { ...ties, collections: [...ties.collections, { key, name }] }, key };
}

/** The same object where nothing changes. */
function changed(
  before: Ties,
  { use, remove, channel, channel_off: off }: Changes,
  begunKey: string | null,
): Ties {
  let ties = before;
  const to = use === undefined ? begunKey : keyOf(ties, use);
  if (to !== null && channel !== undefined)
    ties = { ...ties, tied: [...ties.tied.filter((one) => one.channel !== channel), { channel, to }] };
  else if (to !== null) ties = { ...ties, collection: to === SHARED ? null : to };
  else if (channel !== undefined) throw new UserError(SERVER_WORDS.sayUseNew);
  if (ties.tied.length > MOST_TIED) throw new UserError(SERVER_WORDS.mostChannelsCanHave(MOST_TIED));
  if (off !== undefined) ties = { ...ties, tied: ties.tied.filter((one) => one.channel !== off) };
  if (remove === undefined) return ties;
  const gone = keyOf(ties, remove);
  if (gone === SHARED) throw new UserError(SERVER_WORDS.sharedCollectionNot);
  return {
    ...ties,
    collections: ties.collections.filter(({ key }) => key !== gone),
    collection: ties.collection === gone ? null : ties.collection,
    tied: ties.tied.filter((one) => one.to !== gone),
  };
}

/** By its name alone: a key is never typed, so that nobody reads what is not theirs. */
function keyOf({ collections }: Ties, name: string): string {
  if (isName(SHARED, name)) return SHARED;
  const found = collections.find((one) => isName(one.name, name));
  if (found !== undefined) return found.key;
  const names = [SHARED, ...collections.map((one) => one.name)].join(', ');
  throw new UserError(SERVER_WORDS.noCollectionServer(name, names));
}

const isName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The names of those that a server may use or remove. */
export async function completeCollection({
  app,
  option,
  value,
  guildId = null,
}: CompletionRequest): Promise<Choice[]> {
  if (option !== 'use' && option !== 'remove') return [];
  const { collections } = await readSettings(app, guildId);
  const names = [...(option === 'use' ? [SHARED] : []), ...collections.map(({ name }) => name)];
  return names
    .filter((name) => name.toLowerCase().includes(value.trim().toLowerCase()))
    .map((name) => ({ name, value: name }));
}

function told({ collections, collection, tied }: Ties, can: Collections | null): string[] {
  const nameOf = (key: string | null): string => {
    const found = collections.find((one) => one.key === key);
    return found === undefined
      ? SERVER_WORDS.sharedCollectionRead
      : markdownLine(found.name, LIMITS.titleChars);
  };
  const own = collections.map(({ key }) => nameOf(key)).join(', ');
  return [
    SERVER_WORDS.iAnswer(nameOf(collection)),
    ...tied.map(({ channel, to }) => SERVER_WORDS.inChannel(channel, nameOf(to))),
    SERVER_WORDS.serverOwn(own || SERVER_WORDS.none),
    ...(can?.refusal ? ['', can.refusal] : []),
  ];
}
