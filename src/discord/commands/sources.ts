import type { SourceRow } from '../../domain/answer.ts';
import { markdownLine } from '../render/escape.ts';
import { NEUTRAL_COLOR, openLink } from '../render/evidence-embed.ts';
import { showDate } from '../../show/show-date.ts';
import { LIMITS } from '../limits.ts';
import { createReply, sentenceReply } from '../reply.ts';
import { plural } from '../../show/show-count.ts';
import { isCallFor } from './define/called.ts';
import type { Command } from './define/command.ts';

const TITLE_CHARS = 160;
const OUTLET_CHARS = 80;
const MORE_CHARS = 20;

const CALLING = { names: 'source article outlet document', beside: 'use read know answer' };

/** Lists the articles that answers come from. Private: it is looked up, not told to the channel. */
export const sources: Command = {
  name: 'sources',
  description: 'Which articles the answers come from, with outlet and date',
  worksWithoutWords: true,
  options: () => [],
  visibility: () => 'private',
  calledBy: (named) => (named.parts.length === 0 && isCallFor(named, CALLING) ? {} : null),
  async run({ app }) {
    const rows = await app.sources();
    if (rows.length === 0)
      return sentenceReply('There are no articles yet, so there is nothing to answer from.');
    const count = plural(rows.length, 'article');
    return createReply(`Answers come from ${count}, newest first.`, [
      { title: count, description: listed(rows), color: NEUTRAL_COLOR },
    ]);
  },
};

/** One paragraph an article; those that do not fit are counted in a last line. */
function listed(rows: readonly SourceRow[]): string {
  const room = LIMITS.descriptionChars - MORE_CHARS;
  let text = '';
  for (const [index, row] of rows.entries()) {
    const next = `${text}${text === '' ? '' : '\n\n'}${paragraph(row)}`;
    if (next.length > room) return `${text}\n\n${rows.length - index} more …`;
    text = next;
  }
  return text;
}

function paragraph(row: SourceRow): string {
  const facts = [
    row.outlet === null ? 'outlet not given' : markdownLine(row.outlet, OUTLET_CHARS),
    showDate(row.published),
    plural(row.statements, 'statement'),
    openLink(row.url),
  ].filter((fact) => fact !== null);
  return `**${markdownLine(row.title, TITLE_CHARS)}**\n${facts.join(' · ')}`;
}
