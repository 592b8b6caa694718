import { element, uniqueId } from './elements.ts';

export interface Suggestion {
  readonly label: string;
  readonly detail?: string;
  readonly value: string | number | boolean;
}

export interface ComboboxOptions {
  readonly input: HTMLInputElement;
  /** Where the list is shown. */
  readonly popup: HTMLElement;
  readonly title: string;
  readonly suggest: (text: string) => Promise<readonly Suggestion[]>;
  readonly pick: (suggestion: Suggestion) => void;
  /** Whether the first one is chosen before anything was typed. */
  readonly startsChosen: boolean;
}

/** A text field with a list of suggestions, after the WAI-ARIA pattern: the focus stays in the field. */
export function createCombobox({ input, popup, title, suggest, pick, startsChosen }: ComboboxOptions) {
  const id = uniqueId('list');
  let suggestions: readonly Suggestion[] = [];
  let active = -1;
  let asked = 0;
  /** Whether the list is that of what was typed before. */
  let isStale = false;
  let refreshing = Promise.resolve();
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('autocomplete', 'off');

  function close(): void {
    asked += 1;
    suggestions = [];
    active = -1;
    isStale = false;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    input.removeAttribute('aria-controls');
    if (popup.dataset['list'] === id) popup.replaceChildren();
  }

  function mark(): void {
    for (const [index, option] of popup.querySelectorAll('[role=option]').entries()) {
      option.setAttribute('aria-selected', String(index === active));
      if (index === active) option.scrollIntoView({ block: 'nearest' });
    }
    if (active < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${id}-${active}`);
  }

  function choose(index: number): boolean {
    const suggestion = suggestions[index];
    if (!suggestion) return false;
    close();
    pick(suggestion);
    return true;
  }

  async function refresh(): Promise<void> {
    const mine = (asked += 1);
    const found = await suggest(input.value);
    // Something else was typed meanwhile, or the field was left.
    if (mine !== asked || document.activeElement !== input) return;
    if (found.length === 0) return close();
    suggestions = found;
    isStale = false;
    active = startsChosen || input.value !== '' ? 0 : -1;
    const options = found.map(({ label, detail }, index) =>
      element(
        'li',
        {
          role: 'option',
          id: `${id}-${index}`,
          onclick: () => choose(index),
          // Else the field would lose the focus before the click.
          onmousedown: (event) => event.preventDefault(),
        },
        element('span', { class: 'suggestion' }, label),
        detail === undefined ? null : element('span', { class: 'detail' }, detail),
      ),
    );
    popup.dataset['list'] = id;
    popup.replaceChildren(
      element('div', { class: 'popup-title', 'aria-hidden': 'true' }, title),
      element('ul', { role: 'listbox', id, 'aria-label': title }, ...options),
    );
    input.setAttribute('aria-expanded', 'true');
    input.setAttribute('aria-controls', id);
    mark();
  }

  function retype(): void {
    isStale = true;
    active = -1;
    mark();
    refreshing = refresh();
  }

  input.addEventListener('input', retype);
  input.addEventListener('focus', () => void refresh());
  input.addEventListener('blur', close);

  return {
    close,
    refresh: (): void => void refresh(),
    /** Whether the key was for the list. */
    handle(event: KeyboardEvent): boolean {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (suggestions.length === 0) {
        if (step === undefined) return false;
        event.preventDefault();
        void refresh();
        return true;
      }
      const chooses = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey);
      if (isStale && chooses) void refreshing.then(() => choose(active));
      else if (step !== undefined) {
        active = (Math.max(active, step < 0 ? 0 : -1) + step + suggestions.length) % suggestions.length;
        mark();
      } else if (event.key === 'Escape') close();
      else if (chooses && active >= 0) choose(active);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
