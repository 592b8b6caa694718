import { createCombobox, type Suggestion } from './combobox.ts';
import { createCommandFields, type Values } from './command-fields.ts';
import { element } from './elements.ts';
import { FACTS } from './facts.ts';
import { post } from './post.ts';
import { Choices, type Command, type Message } from './wire.ts';

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;

export interface ComposerOptions {
  readonly channel: () => string;
  readonly channels: () => readonly Suggestion[];
  /** Told when something is sent. */
  readonly sending: () => void;
  /** Told in a sentence to the visitor; empty when it is over. */
  readonly complain: (sentence: string) => void;
}

interface Callable {
  readonly title: string;
  readonly description: string;
  readonly name: string;
  readonly subcommand?: string;
  readonly options: Command['options'][number]['options'];
}

/** Where one writes: messages, and commands with a field for each of their options. */
export function createComposer({ channel, channels, sending, complain }: ComposerOptions) {
  const popup = element('div', { class: 'popup' });
  const replying = element('div', { class: 'replying', hidden: true });
  const input = element('input', { type: 'text', class: 'message-input', maxlength: 2000 });
  const send = element('button', { type: 'button', class: 'send', onclick: () => submit() }, 'Send');
  const bar = element('div', { class: 'bar' }, input, send);
  const root = element('div', { class: 'composer' }, popup, replying, bar);
  let callables: readonly Callable[] = [];
  let repliesTo: Message | null = null;
  let open: ReturnType<typeof createCommandFields> | null = null;

  const combobox = createCombobox({
    input,
    popup,
    title: 'Commands',
    startsChosen: true,
    suggest: async (text) => suggestionsFor(text),
    pick({ value }) {
      const callable = callables.find(({ title }) => title === value);
      if (callable) return begin(callable, '');
      input.value = input.value.replace(/@\w*$/, `${String(value)} `);
    },
  });

  function suggestionsFor(text: string): Suggestion[] {
    if (/(?:^|\s)@\w*$/.test(text)) {
      const name = `@${FACTS.botName}`;
      const typed = /@\w*$/.exec(text)?.[0] ?? '';
      return name.toLowerCase().startsWith(typed.toLowerCase()) ? [{ label: name, value: name }] : [];
    }
    if (!text.startsWith('/')) return [];
    return callables
      .filter(({ title }) => title.startsWith(text.toLowerCase()))
      .map(({ title, description }) => ({ label: title, detail: description, value: title }));
  }

  input.addEventListener('input', () => {
    complain('');
    const called = callables.find(({ title }) => input.value.startsWith(`${title} `));
    if (called) begin(called, input.value.slice(called.title.length + 1));
  });
  input.addEventListener('keydown', (event) => {
    if (combobox.handle(event) || event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape') replyTo(null);
  });

  /** Opens the fields of a command. */
  function begin(callable: Callable, begun: string): void {
    combobox.close();
    input.value = '';
    const { title, options, name, subcommand } = callable;
    const asked = { name, ...(subcommand === undefined ? {} : { subcommand }) };
    open = createCommandFields({
      title,
      options,
      popup,
      begun,
      channels,
      complain,
      cancel: end,
      async complete(option, values) {
        const body = { channel: channel(), ...asked, values, focused: option.name };
        const answer = await post('autocomplete', body).catch(() => null);
        return (Choices.safeParse(answer).data?.choices ?? []).map((choice) => ({
          label: choice.name,
          value: choice.value,
        }));
      },
      send(values) {
        end();
        void sent(post('command', { channel: channel(), ...asked, values }));
      },
    });
    input.hidden = true;
    bar.prepend(open.row);
    complain('');
    open.start();
  }

  function end(): void {
    open?.row.remove();
    open = null;
    popup.replaceChildren();
    input.hidden = false;
    input.focus();
  }

  async function sent(answer: Promise<unknown>): Promise<void> {
    sending();
    complain('');
    try {
      await answer;
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  }

  function submit(): void {
    if (open !== null) return open.submit();
    const text = input.value.trim();
    if (text === '') return input.focus();
    if (text.startsWith('/')) return complain(`There is no command ${text.split(/\s/)[0] ?? ''}.`);
    write(text.replaceAll(new RegExp(`@${FACTS.botName}\\b`, 'gi'), `<@${FACTS.bot}>`));
    input.value = '';
  }

  function write(content: string): void {
    void sent(post('message', { channel: channel(), content, repliesTo: repliesTo?.id ?? null }));
    replyTo(null);
  }

  function replyTo(message: Message | null): void {
    repliesTo = message;
    replying.hidden = message === null;
    if (message === null) return;
    const cancel = element(
      'button',
      { type: 'button', class: 'as-link', onclick: () => replyTo(null) },
      'Cancel',
    );
    replying.replaceChildren('Replying to ', element('strong', {}, message.author.username), ' · ', cancel);
    input.focus();
  }

  return {
    root,
    write,
    replyTo,
    focus: (): void => input.focus(),
    call: (name: string, values: Values): void =>
      void sent(post('command', { channel: channel(), name, values })),
    name(label: string): void {
      input.placeholder = label;
      input.setAttribute('aria-label', label);
    },
    /** The commands that can be written, as they were registered. */
    offer(commands: readonly Command[]): void {
      callables = commands.filter(({ type }) => type === CHAT_INPUT).flatMap(callablesOf);
    },
  };
}

function callablesOf({ name, description, options }: Command): Callable[] {
  const below = options.filter(({ type }) => type === SUBCOMMAND);
  if (below.length === 0) return [{ title: `/${name}`, name, description, options }];
  return below.map((one) => ({
    title: `/${name} ${one.name}`,
    name,
    subcommand: one.name,
    description: one.description,
    options: one.options,
  }));
}
