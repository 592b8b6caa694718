import { createReply, type Reply } from '../../reply.ts';
import { headed } from '../notices.ts';
import { cardHeight, roomForCards } from './phone-height.ts';
import { SHARED_WORDS } from '../../words/shared-words.ts';

export interface PagedList {
  /** Markdown of ours, without the number of the page. */
  readonly content: string;
  readonly title: string;
  /** Markdown; each stays whole. */
  readonly paragraphs: readonly string[];
  /** The options that make it, where they are not those that were asked with. */
  readonly options?: Readonly<Record<string, string>>;
}

/** The reply that shows one page (from 0) of a list: as many paragraphs as a phone shows at once. */
export function pagedList({ content, title, paragraphs, options }: PagedList, wanted: number): Reply {
  const room = roomForCards(content);
  const pages: string[] = [];
  for (const paragraph of paragraphs) {
    const last = pages.at(-1);
    const longer = `${last}\n\n${paragraph}`;
    const fits = last !== undefined && cardHeight({ ...headed(title), description: longer }) <= room;
    if (fits) pages[pages.length - 1] = longer;
    else pages.push(paragraph);
  }
  const page = Math.max(0, Math.min(wanted, pages.length - 1));
  const where = pages.length > 1 ? SHARED_WORDS.pageOf(page + 1, pages.length) : '';
  const reply = createReply(content + where, [{ ...headed(title), description: pages[page] ?? '' }]);
  if (pages.length <= 1) return reply;
  const shown = { items: [], page, pages: pages.length, isList: true, ...(options ? { options } : {}) };
  return { ...reply, shown };
}
