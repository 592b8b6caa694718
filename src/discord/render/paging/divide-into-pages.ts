import type { Evidence } from '../../../domain/answer.ts';
import { LIMITS } from '../../limits.ts';
import { createReply, type Card, type Reply } from '../../reply.ts';
import { cardChars } from '../../layout/lay-out-message.ts';
import type { Box } from './evidence-boxes.ts';
import { cardHeight, fittingCards, roomForCards } from './phone-height.ts';
import { SHARED_WORDS } from '../../words/shared-words.ts';

/** More than this is scrolled, not read. */
const BOXES_A_PAGE = 5;

const PAGE_MARK = SHARED_WORDS.pageOf(123, 456);

export interface Pages {
  /** Markdown of ours, without the number of the page. */
  readonly content: string;
  /** Above the boxes; null for none. */
  readonly header: Card | null;
  /** Whether the first page is one that a phone shows at once: the best quote alone. */
  readonly isShort?: boolean;
  /** Whether the first page has none of them: a picture stands there, as high as a phone shows. */
  readonly isUnderPicture?: boolean;
  /** What a quote that is cut is to be about. */
  readonly asked?: string;
  readonly boxes: readonly Box[];
  /** How many statements answer what was asked. */
  readonly found: number;
  /** Kept free of Discord's total, for what is still to come into the header; none where it is absent. */
  readonly spareChars?: number;
}

/**
 * The reply that shows one page (from 0) of the boxes, in order: as many as are read at once and fit in a message. Only
 * a single item that would not fit a message of its own is cut.
 */
export function pagedReply(
  { content, header, isShort, isUnderPicture, asked, boxes, found, spareChars = 0 }: Pages,
  wanted: number,
): Reply {
  const above = content.length + PAGE_MARK.length + (header === null ? 0 : cardChars(header));
  const longest = LIMITS.contentChars - above - spareChars;
  const room = roomForCards(content + PAGE_MARK) - (header === null ? 0 : cardHeight(header));
  const [best] = boxes;
  const [first = null] =
    isShort === true && best !== undefined
      ? fittingCards((chars) => [best.card(longest, chars, asked)], room)
      : [];
  const quotes = divide(boxes, longest, first);
  const all = isUnderPicture === true ? [{ cards: [], items: [] }, ...quotes] : quotes;
  const page = Math.min(wanted, all.length - 1);
  const { cards, items } = all[page] ?? { cards: [], items: [] };
  const where = all.length > 1 ? SHARED_WORDS.pageOf(page + 1, all.length) : '';
  return {
    ...createReply(content + where, header === null ? cards : [header, ...cards]),
    found,
    ...(boxes.length === 0 ? {} : { shown: { items, page, pages: all.length } }),
  };
}

/** @param first the card that the first page has; null: as many as the others */
function divide(boxes: readonly Box[], longest: number, first: Card | null) {
  const pages: { cards: Card[]; items: Evidence[]; chars: number }[] = [];
  for (const [i, box] of boxes.entries()) {
    const card = i === 0 && first !== null ? first : box.card(longest);
    const chars = cardChars(card);
    const cardAfter = (before: number): Card => ({
      ...card,
      items: { from: before, to: before + box.items.length },
    });
    const last = pages.at(-1);
    const most = first !== null && pages.length === 1 ? 1 : BOXES_A_PAGE;
    if (last && last.cards.length < most && last.chars + chars <= longest) {
      last.cards.push(cardAfter(last.items.length));
      last.items.push(...box.items);
      last.chars += chars;
    } else pages.push({ cards: [cardAfter(0)], items: [...box.items], chars });
  }
  return pages;
}
