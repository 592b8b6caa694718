import { countArticles, type Evidence } from '../domain/answer.ts';

/** "1 article", "3 articles". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "3 citations from 2 articles": not "quotes", as a reporter's words are among them. */
export function counted(items: readonly Pick<Evidence, 'article' | 'copyOf'>[], noun: string): string {
  return `${plural(items.length, noun)} from ${plural(countArticles(items), 'article')}`;
}
