import type { APIEmbed } from 'discord.js';
import type { Side } from '../../domain/actor.ts';
import type { Evidence } from '../../domain/answer.ts';
import { groupSameWords, type EvidenceGroup } from '../../domain/same-words.ts';
import { evidenceEmbed } from './evidence-embed.ts';
import { LIMITS } from '../limits.ts';
import { createReply, embedChars, type Reply } from '../reply.ts';

// One embed an utterance, below a small one with the question. Quote and citation are then one box that nothing can
// part, its coloured edge tells the side before anything is read, and a long quote has 4096 characters instead of a
// field's 1024. The content line says who is quoted: it is all that notifications show.

/** More than this is scrolled, not read. */
const BOXES_A_PAGE = 5;

/** An embed of a message and the evidence in it. */
export interface Box {
  readonly items: readonly Evidence[];
  /** Within `maxChars` of Discord's total. */
  embed(maxChars: number): APIEmbed;
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
    embed: (maxChars) => evidenceEmbed(group, sides, labelOf(group.first), maxChars),
  }));
}

export interface Pages {
  /** Markdown of ours, without the number of the page. */
  readonly content: string;
  readonly header: APIEmbed;
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
export function pagedReply({ content, header, boxes, found, spareChars = 0 }: Pages, wanted: number): Reply {
  const longest = LIMITS.embedsTotalChars - embedChars(header) - spareChars;
  const all = divide(boxes, longest);
  const page = Math.min(wanted, all.length - 1);
  const { embeds, items } = all[page] ?? { embeds: [], items: [] };
  const where = all.length > 1 ? ` · page ${page + 1} of ${all.length}` : '';
  return {
    ...createReply(content + where, [header, ...embeds]),
    found,
    ...(items.length === 0 ? {} : { shown: { items, page, pages: all.length } }),
  };
}

function divide(boxes: readonly Box[], longest: number) {
  const pages: { embeds: APIEmbed[]; items: Evidence[]; chars: number }[] = [];
  for (const box of boxes) {
    const embed = box.embed(longest);
    const chars = embedChars(embed);
    const last = pages.at(-1);
    if (last && last.embeds.length < BOXES_A_PAGE && last.chars + chars <= longest) {
      last.embeds.push(embed);
      last.items.push(...box.items);
      last.chars += chars;
    } else pages.push({ embeds: [embed], items: [...box.items], chars });
  }
  return pages;
}
