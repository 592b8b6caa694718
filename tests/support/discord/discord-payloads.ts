import { ApplicationCommandOptionType } from 'discord.js';
import {
  guildOf,
  installedBy,
  type FilledOption,
  type InteractionPayload,
} from '../../../src/discord-double/interactions.ts';
import { IDS as WORLD, user } from '../../../src/discord-double/people.ts';

export { BOT_USER, user } from '../../../src/discord-double/people.ts';

export const IDS = { ...WORLD, otherBot: '900000000000000006' } as const;

export const PERSON = user(IDS.person, 'Ada', false);
export const OTHER_PERSON = user('900000000000000008', 'Grace', false);
export const OTHER_BOT = user(IDS.otherBot, 'Echo', true);

export type OptionValue = string | number | boolean;

/** Options as they are filled in, by name. */
export function filled(options: Readonly<Record<string, OptionValue>>): FilledOption[] {
  return Object.entries(options).map(([name, value]) => ({ name, type: typeOf(value), value }));
}

/** The same interaction from another server. */
export function inServer(payload: InteractionPayload, guildId: string): InteractionPayload {
  return { ...payload, ...guildOf(guildId) };
}

/** The same interaction from where the bot is not: who asks has it installed for themselves. */
export function asGuest(payload: InteractionPayload): InteractionPayload {
  return {
    ...inServer(payload, '900000000000000080'),
    authorizing_integration_owners: installedBy('1', IDS.person),
  };
}

function typeOf(value: OptionValue): ApplicationCommandOptionType {
  if (typeof value === 'string') return ApplicationCommandOptionType.String;
  return typeof value === 'boolean'
    ? ApplicationCommandOptionType.Boolean
    : ApplicationCommandOptionType.Number;
}
