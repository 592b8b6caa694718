import { AVATAR } from './components.ts';
import { element } from '../elements.ts';
import { FACTS } from '../facts.ts';
import { showComponent } from './show-components.ts';
import { showLine, showMarkdown, type Names } from './show-markdown.ts';
import type { Button, Message } from '../wire.ts';

const EPHEMERAL = 64;
const LOADING = 128;
const REPLY_CHARS = 140;

export interface MessageView extends Names {
  readonly click: (message: Message, customId: string) => void;
  readonly reply: (message: Message) => void;
  readonly dismiss: (message: Message) => void;
  /** Commands in the menu of a message. */
  readonly menu: readonly { readonly name: string; readonly choose: (message: Message) => void }[];
  /** The thread under a message. */
  readonly threadOf: (message: Message) => { readonly name: string } | null;
}

/** A message as Discord shows it: who, the words, the components. */
export function showMessage(message: Message, view: MessageView): HTMLElement {
  const { author, content, flags, edited_timestamp, components } = message;
  const isThinking = (flags & LOADING) !== 0;
  const isPrivate = (flags & EPHEMERAL) !== 0;
  return element(
    'discord-message',
    {
      'data-id': message.id,
      author: author.username,
      avatar: author.bot ? AVATAR.bot : AVATAR.person,
      bot: author.bot,
      edited: edited_timestamp !== null && !isThinking,
      timestamp: showTime(message.timestamp),
      class: isPrivate ? 'private' : undefined,
      highlight: !author.bot && content.includes(`<@${FACTS.visitor}>`),
    },
    aboveOf(message, view),
    ...(isThinking ? [thinking(author.username)] : showMarkdown(content, view)),
    components.length === 0
      ? null
      : element(
          'div',
          { slot: 'components', class: 'rows' },
          ...components.map((one) =>
            showComponent(one, { ...view, button: (button) => showButton(button, message, view) }),
          ),
        ),
    threadChip(message, view),
    isPrivate ? privateNote(message, view) : null,
    isThinking ? null : toolbar(message, isPrivate, view),
  );
}

function aboveOf({ interaction, referenced_message }: Message, view: MessageView): HTMLElement | null {
  if (interaction) {
    const { user, name } = interaction;
    const type = 'slash_command';
    return element('discord-command', {
      slot: 'reply',
      author: user.username,
      avatar: AVATAR.person,
      command: name,
      type,
    });
  }
  if (!referenced_message) return null;
  const { author, content } = referenced_message;
  const line = content.replace(/\s+/g, ' ').slice(0, REPLY_CHARS);
  return element(
    'discord-reply',
    {
      slot: 'reply',
      author: author.username,
      avatar: author.bot ? AVATAR.bot : AVATAR.person,
      bot: author.bot,
      mentions: true,
    },
    ...(line === '' ? ['Click to see attachment'] : showLine(line, { ...view, open: () => undefined })),
  );
}

function thinking(name: string): HTMLElement {
  const dots = element('span', { class: 'dots', 'aria-hidden': 'true' }, '•••');
  return element('span', { class: 'thinking' }, dots, ` ${name} is thinking …`);
}

const STYLES = ['secondary', 'primary', 'secondary', 'success', 'danger', 'link'];

function showButton(button: Button, message: Message, view: MessageView): HTMLElement {
  const { label, url, custom_id, style, disabled } = button;
  const looks = `button ${STYLES[style] ?? 'secondary'}`;
  if (url !== undefined)
    return element('a', { class: looks, href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
  const click = (): void => {
    if (custom_id !== undefined) view.click(message, custom_id);
  };
  return element('button', { type: 'button', class: looks, disabled, onclick: click }, label);
}

function threadChip(message: Message, view: MessageView): HTMLElement | null {
  const thread = view.threadOf(message);
  if (thread === null) return null;
  const open = (): void => view.open(message.id);
  const name = element('strong', {}, thread.name);
  return element(
    'button',
    { slot: 'thread', type: 'button', class: 'thread-chip', onclick: open },
    name,
    ' See the thread',
  );
}

function privateNote(message: Message, view: MessageView): HTMLElement {
  const dismiss = element(
    'button',
    { type: 'button', class: 'as-link', onclick: () => view.dismiss(message) },
    'Dismiss message',
  );
  return element('div', { slot: 'reactions', class: 'private-note' }, 'Only you can see this · ', dismiss);
}

/** What can be done with a message, shown when it is pointed at or has the focus. */
function toolbar(message: Message, isPrivate: boolean, view: MessageView): HTMLElement {
  const reply = element('button', { type: 'button', onclick: () => view.reply(message) }, 'Reply');
  return element(
    'div',
    { slot: 'reactions', class: 'toolbar' },
    isPrivate ? null : reply,
    ...view.menu.map(({ name, choose }) =>
      element('button', { type: 'button', onclick: () => choose(message) }, name),
    ),
  );
}

function showTime(timestamp: string): string {
  const at = new Date(timestamp);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const isToday = at.toDateString() === new Date().toDateString();
  return isToday ? `Today at ${time}` : `${at.toLocaleDateString('en-GB')} ${time}`;
}
