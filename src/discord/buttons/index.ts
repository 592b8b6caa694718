import { ButtonStyle, ComponentType, type APIActionRowComponent, type APIButtonComponent } from 'discord.js';
import type { App } from '../../app.ts';
import { amended, type Reply } from '../reply.ts';
import { rememberShown, type ShownMessage } from '../messages/shown-message.ts';
import type { Button } from './button.ts';
import { context } from './context.ts';
import { otherSide } from './other-side.ts';
import { back, more } from './pages.ts';
import { share } from './share.ts';
import { thread } from './thread.ts';
import { undo, wrong } from './wrong.ts';

/** Every button, row by row. */
const ROWS: readonly (readonly Button[])[] = [
  [back, more],
  [context, otherSide, share, thread, wrong, undo],
];

/** How a reply came about. */
export type Origin = Pick<ShownMessage, 'command' | 'options' | 'isPrivate' | 'asker' | 'canThread'>;

/** The reply with the buttons that fit what it shows, and later will; as it is when it shows no evidence. */
export function withButtons(app: App, reply: Reply, origin: Origin): Promise<Reply> {
  return amended(reply, async (one) => {
    if (one.shown === undefined) return one;
    const shown = { ...origin, ...one.shown };
    const key = await rememberShown(app, shown);
    return { ...one, components: rowsOf(shown, key) };
  });
}

/** The buttons that fit what a message shows. */
export function rowsOf(shown: ShownMessage, key: string): APIActionRowComponent<APIButtonComponent>[] {
  return ROWS.map((row) => row.filter((button) => button.applies(shown)))
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
  const button = ROWS.flat().find((one) => one.action === action);
  return button === undefined || key === undefined ? null : { button, key };
}
