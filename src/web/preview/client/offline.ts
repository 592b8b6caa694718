import type {} from '@skyra/discord-components-core';
import { AVATAR } from './facts.ts';

// Read by the components when they are loaded: without it they ask Discord's own servers for pictures.
const { bot, person } = AVATAR;
globalThis.$discordMessage = {
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
