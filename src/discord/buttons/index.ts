import { ButtonStyle, ComponentType, type APIActionRowComponent, type APIButtonComponent } from 'discord.js';
import type { App } from '../../app.ts';
import { LIMITS } from '../limits.ts';
import { amended, type Reply } from '../reply.ts';
import { rememberShown, type ShownMessage } from '../messages/shown-message.ts';
import type { Button } from './button.ts';
import { context } from './context.ts';
import { follow } from './follow.ts';
import { otherSide } from './other-side.ts';
import { back, first, last, more } from './pages.ts';
import { share } from './share.ts';
import { suggestionRow } from './suggestion.ts';
import { thread } from './thread.ts';
import { undo, wrong } from './wrong.ts';

/** Every button, in order. */
const BUTTONS: readonly Button[] = [
  first,
  back,
  more,
  last,
  context,
  otherSide,
  share,
  thread,
  wrong,
  undo,
  follow,
];

/** How a reply came about. */
export type Origin = Pick<ShownMessage, 'command' | 'options' | 'isPrivate' | 'asker' | 'canThread'>;

/** The reply with the buttons that fit what it shows, and later will, and those that suggest something. */
export function withButtons(app: App, reply: Reply, origin: Origin): Promise<Reply> {
  return amended(reply, async (one) => {
    const shown = one.shown === undefined ? null : { ...origin, ...one.shown };
    const { suggestions = [] } = one;
    const components = [
      ...(shown === null ? [] : rowsOf(shown, await rememberShown(app, shown))),
      ...(suggestions.length === 0 ? [] : [await suggestionRow(app, suggestions)]),
    ];
    return components.length === 0 ? one : { ...one, components };
  });
}

/** The buttons that fit what a message shows: one row where they fit, else those that turn pages in one of their own. */
export function rowsOf(shown: ShownMessage, key: string): APIActionRowComponent<APIButtonComponent>[] {
  const applying = BUTTONS.filter((button) => button.applies(shown));
  const turning = applying.filter(({ kind }) => kind === 'page');
  const rows =
    applying.length <= LIMITS.buttonsARow
      ? [applying]
      : [turning, applying.filter(({ kind }) => kind !== 'page')];
  return rows
    .filter((row) => row.length > 0)
    .map((row) => ({
      type: ComponentType.ActionRow,
      components: row.map(({ action, label }) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label,
        custom_id: customIdOf(action, key),
      })),
    }));
}

/** At most 100 characters, as Discord has it: the action and the key of what the message shows. */
export function customIdOf(action: string, key: string): string {
  return `${action}:${key}`;
}

/** The button of a custom id and the key in it; null for one that is no longer there. */
export function buttonOf(customId: string): { readonly button: Button; readonly key: string } | null {
  const [action, key] = customId.split(':');
  const button = BUTTONS.find((one) => one.action === action);
  return button === undefined || key === undefined ? null : { button, key };
}
