/** What an element has: attributes by name, and what is to happen on events. False and undefined leave one out. */
export interface Given {
  readonly [attribute: string]: string | number | boolean | undefined | ((event: Event) => void);
}

export type Child = Node | string | null;

/**
 * An element with its attributes (`onclick` and so on as functions) and children. Strings become text, never markup:
 * nothing on this page is ever parsed as HTML.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given?: Given,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K];
export function element(tag: string, given?: Given, ...children: readonly Child[]): HTMLElement;
export function element(tag: string, given: Given = {}, ...children: readonly Child[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

let last = 0;
/** An id that no other element has. */
export function uniqueId(kind: string): string {
  last += 1;
  return `${kind}-${last}`;
}
