import { html } from 'hono/html';
import { BOT_USER, IDS, type User } from '../../discord-double/people.ts';
import { CHANNEL_NAME } from '../../discord-double/server.ts';

/** The page: all that moves in it is made by its script, out of what it is told about the server. */
export function renderPage(visitor: User) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Parley: the bot, tried here</title>
        <link rel="icon" href="/preview/avatars/bot.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/preview/style.css" />
        <script type="module" src="/preview/script.js"></script>
      </head>
      <body
        data-channel="${IDS.channel}"
        data-channel-name="${CHANNEL_NAME}"
        data-bot="${BOT_USER.id}"
        data-bot-name="${BOT_USER.username}"
        data-visitor="${visitor.id}"
        data-visitor-name="${visitor.username}"
      >
        <noscript>This page needs JavaScript: it shows the bot as Discord would.</noscript>
      </body>
    </html>`;
}

/** Pictures of who speaks: a speech mark on a disc each, as SVG. */
export const AVATARS: Readonly<Record<string, string>> = {
  bot: disc(
    '#5b6cd6',
    '<path d="M14 27c-3 0-5-2.200-5-5.200 0-5 3.400-8.600 8-10.200l1 2.300c-2.600 1-4.300 2.500-4.700 4.400.5-.2 1-.3 1.600-.3 2.500 0 4.200 1.800 4.200 4.300S16.900 27 14 27zm13 0c-3 0-5-2.200-5-5.200 0-5 3.400-8.600 8-10.200l1 2.300c-2.600 1-4.300 2.500-4.700 4.400.5-.2 1-.3 1.600-.3 2.500 0 4.200 1.800 4.200 4.300S29.900 27 27 27z" fill="#fff"/>',
  ),
  person: disc(
    '#4b8b6f',
    '<circle cx="20" cy="16" r="6" fill="#fff"/><path d="M9 33c1-7 5.500-10 11-10s10 3 11 10z" fill="#fff"/>',
  ),
};

function disc(color: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${color}"/>${content}</svg>`;
}
