import type { Side } from '../../../domain/actor.ts';
import type { Evidence } from '../../../domain/answer.ts';
import { groupSameWords, type EvidenceGroup } from '../../../domain/quote/same-words.ts';
import { evidenceEmbed } from '../evidence-embed.ts';
import { LIMITS } from '../../limits.ts';
import { createReply, type Card, type Reply } from '../../reply.ts';
import { cardChars } from '../../layout/lay-out-message.ts';
import { cardHeight, roomForCards, WORDS } from './phone-height.ts';

// One embed an utterance. Quote and citation are then one box that nothing can part, its coloured edge tells the side before
// anything is read, and a long quote has 4096 characters instead of a field's 1024. The text above says what was found: it is
// all that notifications show, and people who hide embeds.

/** More than this is scrolled, not read. */
const BOXES_A_PAGE = 5;
/** A phone shows one quote at once; it has so many of its lines. */
const LEAST_LINES = 4;
const MOST_LINES = 12;

/** " · 12 of 34". */
const PAGE_MARK_CHARS = 20;

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
  readonly isShort?: true;
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
  { content, header, isShort, asked, boxes, found, spareChars = 0 }: Pages,
  wanted: number,
): Reply {
  const above = content.length + PAGE_MARK_CHARS + (header === null ? 0 : cardChars(header));
  const longest = LIMITS.contentChars - above - spareChars;
  const room = roomForCards(content) - (header === null ? 0 : cardHeight(header));
  const first = isShort === true ? cardForPhone(boxes[0], longest, room, asked) : null;
  const all = divide(boxes, longest, first);
  const page = Math.min(wanted, all.length - 1);
  const { embeds, items } = all[page] ?? { embeds: [], items: [] };
  const where = all.length > 1 ? ` · ${page + 1} of ${all.length}` : '';
  return {
    ...createReply(content + where, header === null ? embeds : [header, ...embeds]),
    found,
    ...(items.length === 0 ? {} : { shown: { items, page, pages: all.length } }),
  };
}

/** The card of the best quote, which a phone shows at once; cut where it must be. */
function cardForPhone(best: Box | undefined, longest: number, room: number, asked?: string): Card | null {
  if (best === undefined) return null;
  for (let lines = MOST_LINES; lines > LEAST_LINES; lines--) {
    const card = best.embed(longest, lines * WORDS.chars, asked);
    if (cardHeight(card) <= room) return card;
  }
  return best.embed(longest, LEAST_LINES * WORDS.chars, asked);
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
