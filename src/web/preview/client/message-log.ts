import { element } from './elements.ts';
import { showMessage, type MessageView } from './show/show-message.ts';
import type { Message, Problem } from './wire.ts';

const NEAR_END_PX = 120;

/** The messages of one channel at a time, the newest at the end; `root` is what scrolls. */
export function createMessageLog(view: MessageView, isLight: MediaQueryList) {
  const messages = new Map<string, Message>();
  const cards: { readonly channel: string; readonly card: HTMLElement }[] = [];
  const list = element('discord-messages', { 'no-background': true });
  const root = element('div', {
    class: 'log',
    role: 'log',
    tabindex: 0,
    'aria-label': 'Messages',
  });
  root.append(list);
  let channel = '';

  const paint = (): void => void list.toggleAttribute('light-theme', isLight.matches);
  isLight.addEventListener('change', paint);
  paint();

  function shownOf(id: string): Element | null {
    return list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  let isAtEnd = true;
  let lastTop = 0;
  root.addEventListener('scroll', () => {
    // What grows below moves the end away, but nobody scrolls back by that.
    if (root.scrollHeight - root.scrollTop - root.clientHeight < NEAR_END_PX) isAtEnd = true;
    else if (root.scrollTop < lastTop) isAtEnd = false;
    lastTop = root.scrollTop;
  });
  // Components and pictures get their size later than their place. Who has scrolled back is left there.
  new ResizeObserver(() => {
    if (isAtEnd) root.scrollTop = root.scrollHeight;
  }).observe(list);

  function show(message: Message): void {
    if (message.channel_id !== channel) return;
    const before = shownOf(message.id);
    const shown = showMessage(message, view);
    if (!before) return list.append(shown);
    const buttons = [...before.querySelectorAll('button')];
    const focused = buttons.findIndex((button) => button === document.activeElement);
    before.replaceWith(shown);
    // Whoever turned a page by keyboard stays on the button.
    shown.querySelectorAll('button')[focused]?.focus();
  }

  function toEnd(): void {
    isAtEnd = true;
    root.scrollTop = root.scrollHeight;
  }

  return {
    root,
    /** Shows the newest, from now on too. */
    toEnd,
    isEmpty: () => messages.size === 0,
    put(message: Message): void {
      messages.set(message.id, message);
      show(message);
    },
    /** Shows a message again, which looks otherwise now. */
    refresh(id: string): void {
      const message = messages.get(id);
      if (message) show(message);
    },
    remove(id: string): void {
      messages.delete(id);
      shownOf(id)?.remove();
    },
    /** A message that Discord would not have taken, in its place. */
    refuse(where: string, problem: Problem): void {
      const card = refusedCard(problem);
      cards.push({ channel: where, card });
      if (where === channel) list.append(card);
    },
    clear(): void {
      messages.clear();
      cards.length = 0;
      list.replaceChildren();
    },
    open(next: string): void {
      channel = next;
      list.replaceChildren();
      for (const message of messages.values()) show(message);
      for (const { channel: where, card } of cards) if (where === channel) list.append(card);
      toEnd();
    },
  };
}

function refusedCard({ code, message, errors }: Problem): HTMLElement {
  const reasons = Object.entries(errors).flatMap(([where, { _errors }]) =>
    _errors.map((error) => element('li', {}, element('code', {}, where), ` ${error.message}`)),
  );
  return element(
    'div',
    { class: 'refused' },
    element('strong', {}, `Discord would refuse this: ${message} (${code})`),
    element('ul', {}, ...reasons),
  );
}
