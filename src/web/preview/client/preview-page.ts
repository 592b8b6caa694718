import { z } from 'zod';
import { restyleComponents } from './show/components.ts';
import { createComposer } from './composer.ts';
import { element } from './elements.ts';
import { FACTS } from './facts.ts';
import { openForm } from './form-dialog.ts';
import { createMessageLog } from './message-log.ts';
import { post } from './post.ts';
import { Change, Clicked, Examples, type Message } from './wire.ts';
import { createWelcome } from './welcome-box.ts';

const TYPING_MS = 10_000;
const MESSAGE_COMMAND = 3;

restyleComponents();
const channels = new Map([[FACTS.channel, FACTS.channelName]]);
let channel = FACTS.channel;
let typing: ReturnType<typeof setTimeout> | undefined;

const problem = element('p', { role: 'alert', class: 'problem' });
const typingLine = element('p', { class: 'typing', role: 'status' });
const heading = element('h1', {});
const back = element('button', {
  type: 'button',
  class: 'as-link',
  onclick: () => openChannel(FACTS.channel),
});
const complain = (sentence: string): void => void (problem.textContent = sentence);

const composer = createComposer({
  channel: () => channel,
  channels: () => [...channels].map(([value, name]) => ({ label: `#${name}`, value })),
  sending: () => log.toEnd(),
  complain,
});
const menu: { name: string; choose: (message: Message) => void }[] = [];
const log = createMessageLog(
  {
    channel: (id) => channels.get(id) ?? null,
    user: (id) => ({ [FACTS.bot]: FACTS.botName, [FACTS.visitor]: FACTS.visitorName })[id] ?? null,
    open: openChannel,
    click: (message, customId) => void attempt(() => click(message, customId)),
    reply: composer.replyTo,
    dismiss(message) {
      log.remove(message.id);
      composer.focus();
    },
    menu,
    threadOf(message) {
      const name = message.id === FACTS.channel ? undefined : channels.get(message.id);
      return name === undefined ? null : { name };
    },
  },
  matchMedia('(prefers-color-scheme: light)'),
);
const welcome = createWelcome((example) => {
  if ('message' in example) composer.write(example.message);
  else composer.call(example.command, example.values);
  composer.focus();
});

document.body.append(
  element('header', {}, heading, back, element('a', { href: '/', class: 'articles' }, 'Articles')),
  element('main', {}, welcome.root, log.root, typingLine, problem, composer.root),
);
openChannel(FACTS.channel);
composer.focus();
document.addEventListener('keydown', typeAnywhere);
listen();

/** As in Discord: who just begins to type means the message. Space and Enter are for what has the focus. */
function typeAnywhere({ key, ctrlKey, altKey, metaKey, target }: KeyboardEvent): void {
  const isSign = key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;
  const isElsewhere = target instanceof Element && target.closest('input, textarea, select, dialog') === null;
  if (isSign && isElsewhere) composer.focus();
}

/** Does what the visitor wanted; what they can mend is said to them. */
async function attempt(work: () => Promise<void>): Promise<void> {
  complain('');
  try {
    await work();
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
  }
}

async function click(message: Message, customId: string): Promise<void> {
  const clicked = Clicked.parse(await post('click', { message: message.id, customId }));
  if (clicked.form === null) return;
  const { form, interaction } = clicked;
  openForm(form, async (fields) => void (await post('form', { interaction, fields })));
}

function openChannel(id: string): void {
  if (!channels.has(id)) return;
  channel = id;
  const name = channels.get(id) ?? '';
  const isThread = id !== FACTS.channel;
  heading.textContent = isThread ? name : `# ${name}`;
  back.textContent = `Back to #${FACTS.channelName}`;
  back.hidden = !isThread;
  composer.name(`Message ${isThread ? name : `#${name}`}`);
  composer.replyTo(null);
  log.open(id);
}

function showTyping(where: string | null): void {
  clearTimeout(typing);
  typingLine.textContent = where === channel ? `${FACTS.botName} is typing …` : '';
  if (where !== null) typing = setTimeout(() => showTyping(null), TYPING_MS);
}

/** All that happens in the server, from the beginning; a lost connection starts anew by itself. */
function listen(): void {
  const events = new EventSource('/preview/events');
  events.addEventListener('open', () => {
    log.clear();
    complain('');
  });
  events.addEventListener('error', () =>
    complain('Parley cannot be reached; is it still running? Trying again …'),
  );
  events.addEventListener('message', ({ data }) => see(Change.parse(JSON.parse(z.string().parse(data)))));
}

function see(change: Change): void {
  switch (change.kind) {
    case 'message':
      if (change.message.author.id === FACTS.bot) showTyping(null);
      log.put(change.message);
      break;
    case 'deleted':
      log.remove(change.id);
      break;
    case 'typing':
      showTyping(change.channel);
      break;
    case 'thread':
      channels.set(change.thread.id, change.thread.name);
      log.refresh(change.thread.id);
      break;
    case 'refused':
      log.refuse(change.channel, change.problem);
      break;
    case 'commands':
      composer.offer(change.commands);
      menu.splice(
        0,
        menu.length,
        ...change.commands
          .filter(({ type }) => type === MESSAGE_COMMAND)
          .map(({ name }) => ({
            name,
            choose: (message: Message) =>
              void attempt(async () => void (await post('menu', { channel, name, message: message.id }))),
          })),
      );
      break;
    case 'ready':
      break;
  }
  welcome.root.hidden = !log.isEmpty();
  if (change.kind === 'ready' && log.isEmpty()) void attempt(offerExamples);
}

async function offerExamples(): Promise<void> {
  const response = await fetch('/preview/examples');
  welcome.offer(Examples.parse(await response.json()));
}
