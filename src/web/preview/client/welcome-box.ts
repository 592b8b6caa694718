import type { z } from 'zod';
import { element } from './elements.ts';
import { FACTS } from './facts.ts';
import type { Examples } from './wire.ts';

type Example = z.infer<typeof Examples>[number];

/** What stands in the channel while nobody has said anything: what this is, and something to click. */
export function createWelcome(choose: (example: Example) => void) {
  const examples = element('div', { class: 'examples' });
  const root = element(
    'section',
    { class: 'welcome', 'aria-label': 'Welcome', hidden: true },
    element('h2', {}, `Welcome to #${FACTS.channelName}`),
    element(
      'p',
      {},
      `This is ${FACTS.botName}, the real bot, in a Discord of its own on this machine. Type / for its commands, or mention @${FACTS.botName} with a question. For example:`,
    ),
    examples,
  );
  return {
    root,
    offer(offered: readonly Example[]): void {
      examples.replaceChildren(
        ...offered.map((example) =>
          element(
            'button',
            { type: 'button', class: 'button secondary', onclick: () => choose(example) },
            example.label,
          ),
        ),
      );
    },
  };
}
