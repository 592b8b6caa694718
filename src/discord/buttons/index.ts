import { ButtonStyle, ComponentType, type APIActionRowComponent, type APIButtonComponent } from 'discord.js';
import type { App } from '../../app.ts';
import { LIMITS } from '../limits.ts';
import { amended, type Card, type Reply } from '../reply.ts';
import { rememberShown, type ShownMessage } from '../messages/shown-message.ts';
import type { Button } from './button.ts';
import { context } from './context.ts';
import { SIDE_FORMS, TOPIC_FORMS } from './edits/edit-forms.ts';
import { undoEdit } from './edits/undo-edit.ts';
import { follow } from './follow-button.ts';
import { otherSide } from './other-side.ts';
import { back, first, last, more, share, thread } from './plain-buttons.ts';
import { suggestionRow } from './suggestion.ts';
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
  ...SIDE_FORMS,
  ...TOPIC_FORMS,
  undoEdit,
];

/** How a reply came about. */
export type Origin = Pick<ShownMessage, 'command' | 'options' | 'isPrivate' | 'asker' | 'canThread'>;

/** The reply with the buttons that fit what it shows, and later will, and those that suggest something. */
export function withButtons(app: App, reply: Reply, origin: Origin): Promise<Reply> {
  return amended(reply, async (one) => {
    const shown = one.shown === undefined ? null : { ...origin, ...one.shown };
    const { suggestions = [] } = one;
    const key = shown === null ? '' : await rememberShown(app, shown);
    const components = [
      ...(shown === null ? [] : rowsOf(shown, key)),
      ...(suggestions.length === 0 ? [] : [await suggestionRow(app, suggestions)]),
      ...one.components,
    ];
    const cards = one.cards.map((card) =>
      shown === null || card.items === undefined ? card : { ...card, button: contextOf(card.items, key) },
    );
    return components.length === 0 ? one : { ...one, cards, components };
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
      components: row.map((button) => buttonWith(button, key)),
    }));
}

function contextOf({ from, to }: NonNullable<Card['items']>, key: string): APIButtonComponent {
  return buttonWith(context, `${key}:${from}-${to}`);
}

function buttonWith({ action, label }: Button, key: string): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: customIdOf(action, key),
  };
}

/** At most 100 characters, as Discord has it: the action and the key of what the message shows. */
export function customIdOf(action: string, key: string): string {
  return `${action}:${key}`;
}

/** A button that was clicked: with the key of what its message shows, and the items of that which it is for. */
export interface Clicked {
  readonly button: Button;
  readonly key: string;
  /** Null: all of them. */
  readonly items: { readonly from: number; readonly to: number } | null;
}

/** The button of a custom id; null for one that is no longer there. */
export function buttonOf(customId: string): Clicked | null {
  const [action, key, range] = customId.split(':');
  const button = BUTTONS.find((one) => one.action === action);
  if (button === undefined || key === undefined) return null;
  const [from, to] = range?.split('-').map(Number) ?? [];
  return { button, key, items: from === undefined || to === undefined ? null : { from, to } };
}
