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
