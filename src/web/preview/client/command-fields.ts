import { createCombobox, type Suggestion } from './combobox.ts';
import { element, uniqueId } from './elements.ts';
import type { Option } from './wire.ts';

export type Values = Readonly<Record<string, string | number | boolean>>;

export interface CommandFieldsOptions {
  /** `/compare` or `/parley settings`. */
  readonly title: string;
  readonly options: readonly Option[];
  readonly popup: HTMLElement;
  /** Put into the first field. */
  readonly begun: string;
  readonly complete: (option: Option, values: Values) => Promise<readonly Suggestion[]>;
  readonly channels: () => readonly Suggestion[];
  readonly send: (values: Values) => void;
  readonly cancel: () => void;
  /** Said to the visitor, who can mend it. */
  readonly complain: (sentence: string) => void;
}

interface Field {
  readonly option: Option;
  readonly input: HTMLInputElement;
  readonly root: HTMLElement;
  chosen: Suggestion | null;
}

const BOOLEAN = 5;
const CHANNEL = 7;
const NUMBERS = new Set([4, 10]);

/** A field for each option of a command: those it needs, and the others on demand. Enter sends, Escape leaves. */
export function createCommandFields(given: CommandFieldsOptions) {
  const { title, options, popup, begun, complete, channels, send, cancel, complain } = given;
  const fields = options.map(fieldOf);
  const more = element('button', { type: 'button', class: 'more-options', onclick: showAll });
  const row = element('div', { class: 'command-fields', role: 'group', 'aria-label': title });
  row.append(
    element('span', { class: 'command-name' }, title),
    ...fields.filter(({ option }) => option.required).map(({ root }) => root),
    more,
  );
  countLeft();

  function fieldOf(option: Option): Field {
    const id = uniqueId('option');
    const input = element('input', {
      id,
      type: 'text',
      'aria-required': option.required ? 'true' : undefined,
      'aria-describedby': `${id}-about`,
      inputmode: NUMBERS.has(option.type) ? 'numeric' : undefined,
      maxlength: 6000,
    });
    const about = element('span', { id: `${id}-about`, class: 'hidden' }, option.description);
    const root = element(
      'span',
      { class: 'option' },
      element('label', { for: id }, option.name),
      input,
      about,
    );
    const field: Field = { option, input, root, chosen: null };
    const combobox = createCombobox({
      input,
      popup,
      title: option.description,
      startsChosen: option.required,
      suggest: (text) => suggest(field, text),
      pick(suggestion) {
        field.chosen = suggestion;
        input.value = suggestion.label;
        resize(input);
        fields.find((one) => one.option.required && one.input.value === '')?.input.focus();
      },
    });
    input.addEventListener('input', () => {
      field.chosen = null;
      resize(input);
    });
    input.addEventListener('keydown', (event) => {
      if (combobox.handle(event) || event.isComposing) return;
      if (event.key === 'Enter') submit();
      else if (event.key === 'Escape' || (event.key === 'Backspace' && input.value === '')) back(field);
      else return;
      event.preventDefault();
    });
    return field;
  }

  /** The field before, or out of the command. */
  function back(field: Field): void {
    const shown = fields.filter(({ root }) => root.isConnected);
    const before = shown[shown.indexOf(field) - 1];
    if (before) before.input.focus();
    else cancel();
  }

  async function suggest({ option }: Field, text: string): Promise<readonly Suggestion[]> {
    if (option.autocomplete) return complete(option, { ...valuesSoFar(), [option.name]: text });
    const fixed = fixedOf(option);
    const typed = text.trim().toLowerCase();
    const isChosen = fixed.some(({ label }) => label === text);
    return isChosen ? fixed : fixed.filter(({ label }) => label.toLowerCase().includes(typed));
  }

  function fixedOf(option: Option): readonly Suggestion[] {
    if (option.type === BOOLEAN)
      return [
        { label: 'True', value: true },
        { label: 'False', value: false },
      ];
    if (option.type === CHANNEL) return channels();
    return option.choices.map(({ name, value }) => ({ label: name, value }));
  }

  /** The value of a field; undefined when it is empty, null when what is typed is none. */
  function valueOf({ option, input, chosen }: Field): string | number | boolean | undefined | null {
    const text = input.value.trim();
    if (text === '') return undefined;
    if (chosen !== null) return chosen.value;
    const fixed = fixedOf(option);
    if (fixed.length > 0)
      return fixed.find(({ label }) => label.toLowerCase() === text.toLowerCase())?.value ?? null;
    if (NUMBERS.has(option.type)) return Number.isFinite(Number(text)) ? Number(text) : null;
    return text;
  }

  function valuesSoFar(): Values {
    return Object.fromEntries(
      fields.flatMap((field) => {
        const value = valueOf(field);
        return value === undefined || value === null ? [] : [[field.option.name, value]];
      }),
    );
  }

  function submit(): void {
    for (const field of fields) {
      const { option, input } = field;
      const value = valueOf(field);
      const isMissing = value === undefined && option.required;
      if (!isMissing && value !== null) continue;
      input.focus();
      const wanted =
        fixedOf(option).length > 0 ? 'takes one of the choices that it offers' : 'takes a number';
      return complain(`“${option.name}” ${isMissing ? 'is needed' : wanted}.`);
    }
    send(valuesSoFar());
  }

  function showAll(): void {
    const hidden = fields.filter(({ root }) => !root.isConnected);
    more.before(...hidden.map(({ root }) => root));
    countLeft();
    hidden[0]?.input.focus();
  }

  function countLeft(): void {
    const left = fields.filter(({ root }) => !row.contains(root)).length;
    more.textContent = `+${left} more`;
    more.hidden = left === 0;
  }

  return {
    row,
    /** To be called when `row` is on the page. */
    start(): void {
      const [first] = fields.filter(({ root }) => row.contains(root));
      if (!first) {
        row.tabIndex = -1;
        row.focus();
        row.addEventListener('keydown', (event) => {
          if (event.target !== row) return;
          if (event.key === 'Enter') submit();
          if (event.key === 'Escape' || event.key === 'Backspace') cancel();
        });
        return;
      }
      first.input.value = begun;
      first.input.focus();
      resize(first.input);
    },
    submit,
  };
}

/** As wide as what is in it. */
function resize(input: HTMLInputElement): void {
  input.size = Math.min(60, Math.max(8, input.value.length + 1));
}
