import type { App } from '../../../app.ts';
import { plural } from '../../../show/show-count.ts';
import { showDate } from '../../../show/show-date.ts';
import { markdownLine } from '../../render/escape.ts';
import { createReply, type Reply } from '../../reply.ts';
import { listEmbed } from './show-added.ts';
import { ADDING_WORDS } from '../../words/adding-words.ts';

const A_PAGE = 15;

/** The articles with their ids, a page at a time, and the feeds that are followed. */
export async function listSources(app: App, page: number): Promise<Reply> {
  const rows = await app.sources();
  const feeds = await app.feeds();
  const pages = Math.max(1, Math.ceil(rows.length / A_PAGE));
  const at = Math.min(pages, Math.max(1, page));
  const paragraphs = rows
    .slice((at - 1) * A_PAGE, at * A_PAGE)
    .map(({ id, title, outlet, published, statements }) => {
      const facts = [
        outlet === null ? null : markdownLine(outlet, 60),
        showDate(published),
        plural(statements, 'statement'),
      ];
      return `**${markdownLine(title, 120)}**\n\`${id.replaceAll('`', '')}\` · ${facts.filter((fact) => fact !== null).join(' · ')}`;
    });
  const followed =
    feeds.length === 0
      ? []
      : listEmbed(
          feeds.map((feed) => markdownLine(feed, 300)),
          ADDING_WORDS.feedsWereAdded,
        );
  const more = pages > 1 ? ADDING_WORDS.pageSourceList(at, pages, at < pages ? at + 1 : 1) : '';
  return createReply(ADDING_WORDS.newestFirst(rows.length, more), [
    ...listEmbed(paragraphs, ADDING_WORDS.articles),
    ...followed,
  ]);
}
