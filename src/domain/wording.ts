import type { Evidence } from './answer.ts';
import type { StatementType } from './statement.ts';

/** How each kind of speech is called: what is shown is the speaker's words, partly so, the reporter's, or nobody's. */
export const SPEECH: Readonly<Record<StatementType, string>> = {
  direct: 'quoted',
  mixed: 'partly quoted',
  indirect: 'reported',
  narration: "the article's own words",
};

/** The label of a side or topic; the id itself where the collection has none of it. Outside text, not escaped yet. */
export function labelOf(id: string, all: readonly { readonly id: string; readonly label: string }[]): string {
  return all.find((one) => one.id === id)?.label ?? id;
}

/** "1 article", "3 articles". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "3 citations from 2 articles": not "quotes", as a reporter's words are among them. */
export function counted(items: readonly Pick<Evidence, 'article'>[], noun: string): string {
  const articles = new Set(items.map(({ article }) => article)).size;
  return `${plural(items.length, noun)} from ${plural(articles, 'article')}`;
}
