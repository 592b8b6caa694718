import type { SourceRow } from '../../domain/answer.ts';
import { markdownLine } from '../render/escape.ts';
import { openLink } from '../render/evidence-card.ts';
import { pagedList } from '../render/paging/paged-list.ts';
import { showDate } from '../../show/show-date.ts';
import { sentenceReply } from '../reply.ts';
import { plural } from '../../show/show-count.ts';
import { isCallFor } from './define/called.ts';
import type { Command } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

const TITLE_CHARS = 160;
const OUTLET_CHARS = 80;

const CALLING = {
  names: 'source article outlet document paper newspaper media press',
  beside: 'use read know answer',
};

/** Lists the articles that answers come from. Private: it is looked up, not told to the channel. */
export const sources: Command = {
  name: 'sources',
  description: ANSWER_WORDS.whichArticlesAnswers,
  worksWithoutWords: true,
  options: () => [],
  visibility: () => 'private',
  calledBy: (named) => (named.parts.length === 0 && isCallFor(named, CALLING) ? {} : null),
  async run({ app, page }) {
    const rows = await app.sources();
    if (rows.length === 0) return sentenceReply(ANSWER_WORDS.noArticlesYet);
    const count = plural(rows.length, 'article');
    const content = ANSWER_WORDS.answersComeNewest(count);
    return pagedList({ content, title: ANSWER_WORDS.articles, paragraphs: rows.map(paragraph) }, page);
  },
};

function paragraph(row: SourceRow): string {
  const facts = [
    row.outlet === null ? ANSWER_WORDS.outletNotGiven : markdownLine(row.outlet, OUTLET_CHARS),
    showDate(row.published),
    plural(row.statements, 'statement'),
    openLink(row.url),
  ].filter((fact) => fact !== null);
  return `**${markdownLine(row.title, TITLE_CHARS)}**\n${facts.join(' · ')}`;
}
