// First: the components read it when they are loaded.
export { AVATAR } from '../offline.ts';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';

/** The components that this page is made of; their tags can be used once this module is loaded. */
const COMPONENTS = [
  DiscordAuthorInfo,
  DiscordCommand,
  DiscordMessage,
  DiscordMessages,
  DiscordReply,
  DiscordVerifiedAuthorTag,
];

// The components have Discord's own greys and blues, some of which are too faint to be read by everybody.
const FAINT = `
  .discord-message-timestamp, .discord-message-edited,
  :host([light-theme]) .discord-message-timestamp, :host([light-theme]) .discord-message-edited {
    color: var(--muted) !important;
  }
  .discord-author-username, :host([light-theme]) .discord-author-username { color: var(--strong) !important; }
  .discord-replied-message-content.discord-slash-command-name,
  .discord-replied-message-content.discord-slash-command-name:hover {
    background-color: var(--mention-back) !important;
    color: var(--mention) !important;
  }
  .discord-replied-message-username { color: inherit !important; opacity: 1 !important; }
  .discord-replied-message-content, .discord-replied-message-content:hover { color: inherit !important; opacity: 1 !important; }
  .discord-application-tag, :host(discord-verified-author-tag) { background-color: #4f5bda !important; color: #fff !important; }
`;

/** Makes the components readable; to be called before any of them is on the page. */
export function restyleComponents(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FAINT);
  for (const component of COMPONENTS) component.elementStyles.push(sheet);
}
