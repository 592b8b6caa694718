import type { App } from '../../../app.ts';
import { plural } from '../../../show/show-count.ts';
import { showDate } from '../../../show/show-date.ts';
import { markdownLine } from '../../render/escape.ts';
import { createReply, type Reply } from '../../reply.ts';
import { listEmbed } from './show-added.ts';

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
          'Feeds that were added',
        );
  const more =
    pages > 1
      ? ` Page ${at} of ${pages}: \`/source list page:${at < pages ? at + 1 : 1}\` shows another.`
      : '';
  return createReply(`${plural(rows.length, 'article')}, newest first.${more}`, [
    ...listEmbed(paragraphs, 'Articles'),
    ...followed,
  ]);
}
