import type { FollowSubject } from '../../domain/follow.ts';
import { follow as command } from '../commands/follow-commands.ts';
import type { ShownMessage } from '../messages/shown-message.ts';
import type { ReplyButton } from './button.ts';
import { BUTTON_WORDS } from '../words/button-words.ts';

/** Tells who clicked, in direct messages, what more is said by whom, or on what, the message is about. */
export const follow: ReplyButton = {
  kind: 'reply',
  action: 'follow',
  label: BUTTON_WORDS.follow,
  // Two quotes and two rows of buttons are higher than a phone shows at once.
  applies: (shown) => subjectOf(shown) !== null && (shown.command !== 'compare' || shown.page > 0),
  async run({ app, commands, server, shown, clicker, signal }) {
    const subject = subjectOf(shown);
    if (subject === null) throw new Error('the button was not offered');
    const asker = { userId: clicker.id, channelId: null };
    const reply = await command.run({ app, options: subject, page: 0, commands, server, asker, signal });
    return { reply, command: command.name, options: subject };
  },
};

/** What was asked for, or else whose words come first. */
function subjectOf({ options, items }: ShownMessage): Partial<Record<FollowSubject, string>> | null {
  const [first] = items;
  if (typeof options.speaker === 'string') return { speaker: options.speaker };
  if (typeof options.topic === 'string') return { topic: options.topic };
  if (typeof options.side === 'string') return { side: options.side };
  if (first?.speaker) return { speaker: first.speaker };
  if (first?.side) return { side: first.side };
  return null;
}
