import type { CompareAnswer } from '../../domain/answer.ts';
import type { EvidenceGroup } from '../../domain/quote/same-words.ts';
import { markdownLine, plainLine } from './escape.ts';
import { colorOf, headLine, quoteWithSource } from './evidence-embed.ts';
import { LIMITS } from '../limits.ts';
import { cardChars } from '../layout/lay-out-message.ts';
import { itemsOf, numberedGroups } from './page-buttons.ts';
import { actCounts, type Labels } from './render-positions.ts';
import { createReply, type Card, type Reply } from '../reply.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { plural } from '../../show/show-count.ts';
import { noStatement } from './notices.ts';

/** Of each side, so that a phone shows both at once. */
const QUOTES_A_PAGE = 1;
const QUOTE_CHARS = 420;

/**
 * Two sides on a topic: an embed a side in its colour, with the same number of quotes a page where both have some. A side
 * without any says so on the first page.
 */
export function renderCompare(
  { topic, sides: found, searched }: CompareAnswer,
  labels: Labels,
  wanted = 0,
): Reply {
  const sideLabels = found.map(({ side }) => labelOf(side, labels.sides));
  const title = `${sideLabels.join(' and ')} on ${labelOf(topic, labels.topics)}`;
  const counts = found.map(({ statements }, side) => {
    const count = statements.length === 0 ? 'no statement' : plural(statements.length, 'quote');
    return `${sideLabels[side] ?? ''} ${count}`;
  });
  const columns = found.map(({ statements }) => numberedGroups(statements));
  const pages = Math.max(1, ...columns.map((groups) => Math.ceil(groups.length / QUOTES_A_PAGE)));
  const page = Math.min(wanted, pages - 1);
  const from = page * QUOTES_A_PAGE;
  const earlier = columns.reduce((sum, groups) => sum + countOf(groups.slice(0, from)), 0);
  let n = earlier;
  const shown = columns.map((groups) =>
    groups.slice(from, from + QUOTES_A_PAGE).map((group) => {
      const numbered = numberedFrom(group, n + 1);
      n += itemsOf(group).length;
      return numbered;
    }),
  );
  const where = pages > 1 ? ` · ${page + 1} of ${pages}` : '';
  const content = `**${markdownLine(title, LIMITS.titleChars)}**\n-# ${markdownLine(counts.join(', '), LIMITS.titleChars)}${where}`;
  const room = Math.floor((LIMITS.contentChars - content.length) / found.length);
  const embeds = shown.flatMap((groups, i): Card[] => {
    if (groups.length === 0 && page > 0) return [];
    const acts = found[i] === undefined ? '' : actCounts(found[i].statements);
    const name = [sideLabels[i] ?? '', acts].filter((part) => part !== '').join(' · ');
    const author = { name: plainLine(name, LIMITS.authorChars) || '…' };
    const words = groups.map((group) => quoteOf(group, labels, room - cardChars({ author }) - 1));
    const before = shown.slice(0, i).flat().flatMap(itemsOf).length;
    const own = { from: before, to: before + groups.flatMap(itemsOf).length };
    const description = words.length === 0 ? noStatement(searched) : words.join('\n');
    return [
      {
        color: colorOf(found[i]?.side ?? null, labels.sides),
        author,
        description,
        ...(words.length === 0 ? {} : { items: own }),
      },
    ];
  });
  const items = shown.flat().flatMap(itemsOf);
  return {
    ...createReply(content, embeds),
    found: found.reduce((sum, { statements }) => sum + statements.length, 0),
    ...(items.length === 0 ? {} : { shown: { items, page, pages } }),
  };
}

const countOf = (groups: readonly EvidenceGroup[]): number => groups.flatMap(itemsOf).length;

/** The group with its items numbered from there. */
function numberedFrom({ first, others }: EvidenceGroup, from: number): EvidenceGroup {
  return {
    first: { ...first, n: from },
    others: others.map((other, i) => ({ ...other, evidence: { ...other.evidence, n: from + 1 + i } })),
  };
}

/** Who in bold, the words, and where they stand. */
function quoteOf(group: EvidenceGroup, { sides }: Labels, maxChars: number): string {
  // The side stands above.
  const first = { ...group.first, side: group.first.speaker === null ? group.first.side : null };
  const who = markdownLine(headLine(first, sides, String(first.n)), LIMITS.titleChars);
  return `**${who}**\n${quoteWithSource(group, sides, maxChars - who.length - 5, QUOTE_CHARS)}`;
}
