import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { Side } from '../../domain/actor.ts';
import type { CompareAnswer, Evidence } from '../../domain/answer.ts';
import { groupSameWords, type EvidenceGroup } from '../../domain/same-words.ts';
import { markdownLine } from './escape.ts';
import { citation, headLine, NEUTRAL_COLOR, openLink, otherWords } from './evidence-embed.ts';
import { LIMITS } from '../limits.ts';
import { itemsOf, pagedReply, type Box } from './page-buttons.ts';
import { showQuote } from './quote.ts';
import type { Labels } from './render-positions.ts';
import type { Reply } from '../reply.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { plural } from '../../show/show-count.ts';
import { headed, noStatement } from './notices.ts';

const SOURCE_CHARS = 260;
const ALSO_CHARS = 140;
const ALSO_SHOWN = 2;

/**
 * Two sides on a topic: an embed a row with a quote of each beside the other (one below the other on a phone). A side
 * without any says so in the first row.
 */
export function renderCompare(
  { topic, sides: found, searched }: CompareAnswer,
  labels: Labels,
  page = 0,
): Reply {
  const columns = numberedByRows(found.map(({ statements }) => groupSameWords(statements)));
  const sideLabels = found.map(({ side }) => labelOf(side, labels.sides));
  const title = `${sideLabels.join(' and ')} on ${labelOf(topic, labels.topics)}`;
  const counts = found.map(({ statements }, side) => {
    const count = statements.length === 0 ? 'no statement' : plural(statements.length, 'quote');
    return `${sideLabels[side] ?? ''} ${count}`;
  });
  const rows = Math.max(1, ...columns.map((groups) => groups.length));
  const boxes = Array.from({ length: rows }, (_, row): Box => {
    const groups = columns.map((column) => column[row]);
    const fields = groups.flatMap((group, side): APIEmbedField[] => {
      if (group) return [{ ...cell(group, labels.sides), inline: true }];
      if (row > 0) return [];
      const name = markdownLine(sideLabels[side] ?? '', LIMITS.fieldNameChars) || '…';
      return [{ name, value: noStatement(searched), inline: true }];
    });
    const embed: APIEmbed = { color: NEUTRAL_COLOR, fields };
    return { items: groups.flatMap((group) => (group ? itemsOf(group) : [])), embed: () => embed };
  });
  const content = `${markdownLine(title, LIMITS.titleChars)}: ${markdownLine(counts.join(', '), LIMITS.titleChars)}`;
  const all = found.reduce((sum, { statements }) => sum + statements.length, 0);
  return pagedReply({ content, header: headed(title), boxes, found: all }, page);
}

/** Numbers as one reads: along the row, so that each is there once. */
function numberedByRows(columns: readonly (readonly EvidenceGroup[])[]): EvidenceGroup[][] {
  const numbered: EvidenceGroup[][] = columns.map(() => []);
  let n = 0;
  const next = (evidence: Evidence): Evidence => ({ ...evidence, n: ++n });
  const rows = Math.max(...columns.map((groups) => groups.length));
  for (let row = 0; row < rows; row++)
    for (const [side, groups] of columns.entries()) {
      const group = groups[row];
      if (!group) continue;
      const first = next(group.first);
      const others = group.others.map((other) => ({ ...other, evidence: next(other.evidence) }));
      numbered[side]?.push({ first, others });
    }
  return numbered;
}

/** Who as the name; the quote, then where it stands in small print. The quote is cut, visibly, never where it stands. */
function cell({ first, others }: EvidenceGroup, sides: readonly Side[]): APIEmbedField {
  const link = openLink(first.url);
  const where = `-# ${markdownLine(citation(first), SOURCE_CHARS)}`;
  const also = others.slice(0, ALSO_SHOWN).map((other) => {
    const { n, outlet, title } = other.evidence;
    const words = other.differences.length === 0 ? '' : `: ${otherWords(other).split('\n')[0] ?? ''}`;
    const line = `-# also ${n} · ${markdownLine(outlet ?? title, ALSO_CHARS)}`;
    return line.length + words.length <= 2 * ALSO_CHARS ? line + words : line;
  });
  const left = others.length - also.length;
  const lines = [
    link !== null && where.length + link.length <= 2 * SOURCE_CHARS ? `${where} · ${link}` : where,
    ...also,
    ...(left > 0 ? [`-# also in ${left} more`] : []),
  ].join('\n');
  const quote = showQuote(first.text, first.type, LIMITS.fieldValueChars - lines.length - 1);
  return {
    name: markdownLine(headLine(first, sides, String(first.n)), LIMITS.fieldNameChars),
    value: `${quote.markdown}\n${lines}`,
  };
}
