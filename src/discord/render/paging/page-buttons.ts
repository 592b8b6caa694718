import type { Side } from '../../../domain/actor.ts';
import type { Evidence } from '../../../domain/answer.ts';
import { groupSameWords, type EvidenceGroup } from '../../../domain/quote/same-words.ts';
import { evidenceEmbed } from '../evidence-embed.ts';
import { LIMITS } from '../../limits.ts';
import { createReply, type Card, type Reply } from '../../reply.ts';
import { cardChars } from '../../layout/lay-out-message.ts';
import { cardHeight, fittingCards, roomForCards } from './phone-height.ts';
import { SHARED_WORDS } from '../../words/shared-words.ts';

// One embed an utterance. Quote and citation are then one box that nothing can part, its coloured edge tells the side before
// anything is read, and a long quote has 4096 characters instead of a field's 1024. The text above says what was found: it is
// all that notifications show, and people who hide embeds.

/** More than this is scrolled, not read. */
const BOXES_A_PAGE = 5;

const PAGE_MARK = SHARED_WORDS.pageOf(123, 456);

/** An embed of a message and the evidence in it. */
export interface Box {
  readonly items: readonly Evidence[];
  /** Within `maxChars` of Discord's total, and no more than `quoteChars` of the words: those that have most of `asked`. */
  embed(maxChars: number, quoteChars?: number, asked?: string): Card;
}

/** The same words of several articles in one, numbered in the order in which they are then shown. */
export function numberedGroups(items: readonly Evidence[], from = 1): EvidenceGroup[] {
  let n = from;
  const next = (evidence: Evidence): Evidence => ({ ...evidence, n: n++ });
  return groupSameWords(items).map(({ first, others }) => ({
    first: next(first),
    others: others.map((other) => ({ ...other, evidence: next(other.evidence) })),
  }));
}

/** The evidence of a group: the first, then the others. */
export function itemsOf({ first, others }: EvidenceGroup): Evidence[] {
  return [first, ...others.map(({ evidence }) => evidence)];
}

/** A box for each utterance. */
export function boxesOf(
  groups: readonly EvidenceGroup[],
  sides: readonly Side[],
  labelOf = ({ n }: Evidence): string => String(n),
): Box[] {
  return groups.map((group) => ({
    items: itemsOf(group),
    embed: (maxChars, quoteChars, asked) =>
      evidenceEmbed(group, sides, labelOf(group.first), maxChars, { quoteChars, asked }),
  }));
}

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
      ? fittingCards((chars) => [best.embed(longest, chars, asked)], room)
      : [];
  const quotes = divide(boxes, longest, first);
  const all = isUnderPicture === true ? [{ embeds: [], items: [] }, ...quotes] : quotes;
  const page = Math.min(wanted, all.length - 1);
  const { embeds, items } = all[page] ?? { embeds: [], items: [] };
  const where = all.length > 1 ? SHARED_WORDS.pageOf(page + 1, all.length) : '';
  return {
    ...createReply(content + where, header === null ? embeds : [header, ...embeds]),
    found,
    ...(boxes.length === 0 ? {} : { shown: { items, page, pages: all.length } }),
  };
}

/** @param first the card that the first page has; null: as many as the others */
function divide(boxes: readonly Box[], longest: number, first: Card | null) {
  const pages: { embeds: Card[]; items: Evidence[]; chars: number }[] = [];
  for (const [i, box] of boxes.entries()) {
    const embed = i === 0 && first !== null ? first : box.embed(longest);
    const chars = cardChars(embed);
    const cardAfter = (before: number): Card => ({
      ...embed,
      items: { from: before, to: before + box.items.length },
    });
    const last = pages.at(-1);
    const most = first !== null && pages.length === 1 ? 1 : BOXES_A_PAGE;
    if (last && last.embeds.length < most && last.chars + chars <= longest) {
      last.embeds.push(cardAfter(last.items.length));
      last.items.push(...box.items);
      last.chars += chars;
    } else pages.push({ embeds: [cardAfter(0)], items: [...box.items], chars });
  }
  return pages;
}
