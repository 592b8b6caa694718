import type { DiscordMessageOptions } from '@skyra/discord-components-core';

/** Pictures of who speaks. */
export const AVATAR = { bot: '/preview/avatars/bot.svg', person: '/preview/avatars/person.svg' } as const;

const { bot, person } = AVATAR;
const options: DiscordMessageOptions = {
  avatars: {
    default: 'blue',
    blue: bot,
    gray: person,
    green: person,
    orange: person,
    red: person,
    pink: person,
  },
};
// Read by the components when they are loaded: without it they ask Discord's own servers for pictures.
globalThis.$discordMessage = options;
