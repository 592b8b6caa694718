import { MessageFlags, type BaseMessageOptions, type InteractionEditReplyOptions } from 'discord.js';
import type { Reply } from '../reply.ts';
import { LAID_OUT, layOutMessage } from './lay-out-message.ts';

interface MessageOptions extends Pick<BaseMessageOptions, 'components' | 'allowedMentions' | 'files'> {
  readonly flags: typeof LAID_OUT;
}

/** The same message in discord.js's spelling. */
export function messageOptions(reply: Reply): MessageOptions {
  const { files } = reply;
  return {
    flags: LAID_OUT,
    components: layOutMessage(reply),
    allowedMentions: { parse: [], repliedUser: false },
    ...(files === undefined
      ? {}
      : { files: files.map(({ name, data, description }) => ({ name, attachment: data, description })) }),
  };
}

/** The same for one person alone. */
export function privateOptions(reply: Reply) {
  return { ...messageOptions(reply), flags: LAID_OUT | MessageFlags.Ephemeral };
}

/** The same in place of a message, also of one that has text and embeds: of what was sent with that, nothing stays. */
export function editOptions(reply: Reply): InteractionEditReplyOptions {
  return { ...messageOptions(reply), content: null, embeds: [], attachments: [] };
}
