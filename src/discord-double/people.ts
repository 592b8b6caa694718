/** Who and where everything happens, as Discord would name them. */
export const IDS = {
  application: '900000000000000001',
  bot: '900000000000000001',
  botRole: '900000000000000007',
  guild: '900000000000000002',
  channel: '900000000000000003',
  directChannel: '900000000000000004',
  inviter: '900000000000000098',
  person: '900000000000000005',
} as const;

export interface User {
  readonly id: string;
  readonly username: string;
  readonly discriminator: string;
  readonly global_name: string;
  readonly avatar: null;
  readonly bot: boolean;
}

export function user(id: string, username: string, bot: boolean): User {
  return { id, username, discriminator: '0', global_name: username, avatar: null, bot };
}

export const BOT_USER = user(IDS.bot, 'Parley', true);
/** Who added the bot to other servers, which belong to somebody else. */
export const INVITER = user(IDS.inviter, 'Grace', false);

const DISCORD_EPOCH_MS = 1_420_070_400_000;
let lastId = 0n;

/** A new id, larger than all before, also than those before a restart: Discord's ids hold the time. */
export function newId(): string {
  const now = BigInt(Date.now() - DISCORD_EPOCH_MS) << 22n;
  lastId = now > lastId ? now : lastId + 1n;
  return lastId.toString();
}

/** When what has this id came to be, in milliseconds since 1970. */
export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS;
