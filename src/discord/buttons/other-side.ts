import { position } from '../commands/position-commands.ts';
import type { ShownMessage } from '../messages/shown-message.ts';
import type { ReplyButton } from './button.ts';
import { BUTTON_WORDS } from '../words/button-words.ts';

/** Shows what the other side says on the same topic. */
export const otherSide: ReplyButton = {
  kind: 'reply',
  action: 'other',
  label: BUTTON_WORDS.otherSide,
  applies: (shown) => aboutOf(shown) !== null,
  async run({ app, commands, server, shown, signal }) {
    const about = aboutOf(shown);
    if (about === null) throw new Error('the button was not offered');
    const { sides } = await app.compare(about.topic);
    // Of the two that say most on it, the one that was not asked about.
    const side = sides.find((one) => one.side !== about.side)?.side ?? about.side;
    const options = { side, topic: about.topic };
    const reply = await position.run({ app, options, page: 0, commands, server, signal });
    return { reply, command: position.name, options };
  },
};

/** The side and topic that a message is about: those asked for, or else those of its best evidence that has both. */
function aboutOf({ command, options, items }: ShownMessage): { side: string; topic: string } | null {
  if (command === 'compare') return null;
  const first = items.find((item) => item.side !== null && item.topics.length > 0);
  const side = typeof options.side === 'string' ? options.side : (first?.side ?? null);
  const topic = typeof options.topic === 'string' ? options.topic : first?.topics[0];
  return side === null || topic === undefined ? null : { side, topic };
}
