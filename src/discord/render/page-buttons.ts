import type { Side } from '../../domain/actor.ts';
import type { Evidence } from '../../domain/answer.ts';
import { groupSameWords, type EvidenceGroup } from '../../domain/quote/same-words.ts';
import { evidenceEmbed } from './evidence-embed.ts';
import { LIMITS } from '../limits.ts';
import { createReply, type Card, type Reply } from '../reply.ts';
import { cardChars } from '../layout/lay-out-message.ts';

// One embed an utterance. Quote and citation are then one box that nothing can part, its coloured edge tells the side before
// anything is read, and a long quote has 4096 characters instead of a field's 1024. The text above says what was found: it is
// all that notifications show, and people who hide embeds.

/** More than this is scrolled, not read. */
const BOXES_A_PAGE = 5;
/** How many quotes a short first page has at most, and how many lines of a phone they take; the best is always there. */
const BOXES_AT_FIRST = 3;
const LINES_AT_FIRST = 16;
const CHARS_A_LINE = 38;
/** Who says it, where it stands, and the box around. */
const LINES_AROUND = 5;
/** The best quote is cut there, visibly. */
const CHARS_AT_FIRST = 420;

/** " · 12 of 34". */
const PAGE_MARK_CHARS = 20;

/** An embed of a message and the evidence in it. */
export interface Box {
  readonly items: readonly Evidence[];
  /** Within `maxChars` of Discord's total, and no more than `quoteChars` of the words. */
  embed(maxChars: number, quoteChars?: number): Card;
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
    embed: (maxChars, quoteChars) => evidenceEmbed(group, sides, labelOf(group.first), maxChars, quoteChars),
  }));
}

export interface Pages {
  /** Markdown of ours, without the number of the page. */
  readonly content: string;
  /** Above the boxes; null for none. */
  readonly header: Card | null;
  /** Whether the first page is one that a phone shows at once. */
  readonly isShort?: true;
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
  { content, header, isShort, boxes, found, spareChars = 0 }: Pages,
  wanted: number,
): Reply {
  const above = content.length + PAGE_MARK_CHARS + (header === null ? 0 : cardChars(header));
  const longest = LIMITS.contentChars - above - spareChars;
  const all = divide(boxes, longest, isShort === true ? countAtFirst(boxes) : 0);
  const page = Math.min(wanted, all.length - 1);
  const { embeds, items } = all[page] ?? { embeds: [], items: [] };
  const where = all.length > 1 ? ` · ${page + 1} of ${all.length}` : '';
  return {
    ...createReply(content + where, header === null ? embeds : [header, ...embeds]),
    found,
    ...(items.length === 0 ? {} : { shown: { items, page, pages: all.length } }),
  };
}

/** How many boxes a phone shows at once below each other. */
function countAtFirst(boxes: readonly Box[]): number {
  let lines = 0;
  const tooMany = boxes.slice(0, BOXES_AT_FIRST).findIndex(({ items: [first, ...others] }, i) => {
    const chars = Math.min(first?.text.length ?? 0, CHARS_AT_FIRST);
    lines += LINES_AROUND + Math.min(others.length, 1) + Math.ceil(chars / CHARS_A_LINE);
    return i > 0 && (lines > LINES_AT_FIRST || first?.type === 'narration');
  });
  return tooMany < 0 ? Math.min(boxes.length, BOXES_AT_FIRST) : tooMany;
}

/** @param atFirst how many boxes the first page has; 0: as many as the others */
function divide(boxes: readonly Box[], longest: number, atFirst: number) {
  const pages: { embeds: Card[]; items: Evidence[]; chars: number }[] = [];
  for (const box of boxes) {
    const isFirst = atFirst > 0 && pages.length < 2 && (pages[0]?.embeds.length ?? 0) < atFirst;
    const embed = isFirst ? box.embed(longest, CHARS_AT_FIRST) : box.embed(longest);
    const chars = cardChars(embed);
    const cardAfter = (before: number): Card => ({
      ...embed,
      items: { from: before, to: before + box.items.length },
    });
    const last = pages.at(-1);
    const most = atFirst > 0 && pages.length === 1 ? atFirst : BOXES_A_PAGE;
    if (last && last.embeds.length < most && last.chars + chars <= longest) {
      last.embeds.push(cardAfter(last.items.length));
      last.items.push(...box.items);
      last.chars += chars;
    } else pages.push({ embeds: [cardAfter(0)], items: [...box.items], chars });
  }
  return pages;
}
