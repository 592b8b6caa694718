import { PermissionFlagsBits } from 'discord.js';
import { UserError } from '../errors.ts';
import { OPERATOR_WORDS } from './words/operator-words.ts';

/** What answering needs, and nothing more; reading the history is what replying to a message takes, and reacting is how thanks are answered. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory;

/** The link with which somebody adds the bot and its commands to a server. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: PERMISSIONS.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}

/** The application a bot token belongs to: its first part, in base64. Throws `UserError` when it is no bot token. */
export function applicationIdOf(token: string): string {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64').toString('utf8');
  if (/^\d{17,20}$/.test(id)) return id;
  throw new UserError(OPERATOR_WORDS.noToken);
}
