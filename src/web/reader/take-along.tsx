import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { App } from '../../app.ts';
import type { Filters } from '../../domain/question.ts';
import type { FEEDS } from '../../export/feeds.ts';
import { formatOf, FORMATS } from '../../export/formats.ts';
import { exportRows } from '../../export/rows.ts';
import { filtersOf } from './filter.ts';
import { queryOf } from './links.ts';

type Narrowed = Omit<Filters, 'limit'>;

const NAMES: Readonly<Record<keyof typeof FORMATS, string>> = {
  csv: 'CSV',
  jsonl: 'JSON Lines',
  markdown: 'Markdown',
  bibtex: 'BibTeX',
};

const FEED_NAMES: Readonly<Record<keyof typeof FEEDS, string>> = {
  rss: 'RSS',
  atom: 'Atom',
  json: 'JSON Feed',
};

/** Links to the statements of a page as files; `narrowed` as the page is. */
export function ExportLinks({ narrowed = {} }: { readonly narrowed?: Narrowed }) {
  const query = queryOf(narrowed);
  return (
    <p class="ways take-along">
      Take along:{' '}
      {Object.entries(NAMES).map(([format, name]) => (
        <>
          <a href={`/export/${format}${query}`} download>
            {name}
          </a>{' '}
        </>
      ))}
      Follow:{' '}
      {Object.entries(FEED_NAMES).map(([kind, name]) => (
        <>
          <a href={`/feed/${kind}${query}`}>{name}</a>{' '}
        </>
      ))}
    </p>
  );
}

/** What `parley export` prints, as files. */
export function createExportRoutes(app: Pick<App, 'article' | 'statements'>): Hono {
  const routes = new Hono();
  routes.get('/export/:format', async (c) => {
    const format = formatOf(c.req.param('format'));
    if (format === null)
      throw new HTTPException(404, {
        message: `There are ${Object.keys(FORMATS).join(', ')} to take along.`,
      });
    const statements = await app.statements(filtersOf(c, 'side', 'speaker', 'topic', 'since', 'until'));
    const rows = await exportRows(statements, async (id) => (await app.article(id))?.article ?? null);
    return c.body(format.write(rows), 200, {
      'Content-Type': format.mediaType,
      'Content-Disposition': `attachment; filename="statements.${format.ending}"`,
    });
  });
  return routes;
}
