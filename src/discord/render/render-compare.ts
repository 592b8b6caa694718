import type { CompareAnswer } from '../../domain/answer.ts';
import type { EvidenceGroup } from '../../domain/quote/same-words.ts';
import { markdownLine, plainLine } from './escape.ts';
import { colorOf, evidenceCard } from './evidence-card.ts';
import { LIMITS } from '../limits.ts';
import { itemsOf, numberedGroups } from './paging/evidence-boxes.ts';
import { fittingCards, roomForCards } from './paging/phone-height.ts';
import type { Labels } from './render-positions.ts';
import { createReply, type Card, type Reply } from '../reply.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { plural } from '../../show/show-count.ts';
import { noStatement } from './notices.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';
import { SHARED_WORDS } from '../words/shared-words.ts';

/** Of each side, so that a phone shows both at once. */
const QUOTES_A_PAGE = 1;
const LEAST_LINES = 2;

/**
 * Two sides on a topic: a card a side in its colour, with the same number of quotes a page where both have some. A side
 * without any says so on the first page.
 */
export function renderCompare(
  { topic, sides: found, searched }: CompareAnswer,
  labels: Labels,
  wanted = 0,
): Reply {
  const sideLabels = found.map(({ side }) => labelOf(side, labels.sides));
  const title = ANSWER_WORDS.compared(labelOf(topic, labels.topics));
  const counts = found.map(({ statements }, side) => {
    const count = statements.length === 0 ? ANSWER_WORDS.noStatement : plural(statements.length, 'quote');
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
  const where = pages > 1 ? SHARED_WORDS.pageOf(page + 1, pages) : '';
  const content = `**${markdownLine(title, LIMITS.titleChars)}**\n-# ${markdownLine(counts.join(', '), LIMITS.titleChars)}${where}`;
  const room = Math.floor((LIMITS.contentChars - content.length) / found.length);
  const cardOf = (groups: readonly EvidenceGroup[], i: number, quoteChars: number): Card[] => {
    if (groups.length === 0 && page > 0) return [];
    const { side = null } = found[i] ?? {};
    const before = shown.slice(0, i).flat().flatMap(itemsOf).length;
    const [group] = groups;
    if (group === undefined) {
      const author = { name: plainLine(sideLabels[i] ?? '', LIMITS.authorChars) || '…' };
      return [{ color: colorOf(side, labels.sides), author, description: noStatement(searched) }];
    }
    const card = evidenceCard(group, labels.sides, String(group.first.n), room, {
      quoteChars,
      asked: labelOf(topic, labels.topics),
      isBrief: true,
    });
    return [
      {
        ...card,
        color: colorOf(side, labels.sides),
        items: { from: before, to: before + itemsOf(group).length },
      },
    ];
  };
  const cards = fittingCards(
    (quoteChars) => shown.flatMap((groups, i) => cardOf(groups, i, quoteChars)),
    roomForCards(content, 1),
    LEAST_LINES,
  );
  const items = shown.flat().flatMap(itemsOf);
  return {
    ...createReply(content, cards),
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
