import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { App } from '../../app.ts';
import type { ArticleView, Evidence } from '../../domain/answer.ts';
import { quotePagePath } from '../../domain/quote/quote-link.ts';
import { pngOf } from '../../pictures/png.ts';
import { quoteCard, whoLine } from '../../pictures/quote-card.ts';
import { showUnseen } from '../../show/show-unseen.ts';
import type { SiteEnv } from '../env.ts';
import { contentPolicy, type Guard } from '../guards.ts';
import type { LinkPreview } from './layout.tsx';
import { themeOf } from './filter.ts';
import { page } from './page.tsx';
import { QuotePage } from './pages/quote-page.tsx';
import { readMark } from './parts/mark.ts';
import { quoteAt } from './parts/quote-at.ts';
import { siteUrlOf } from './site-url.ts';

export interface QuoteDependencies {
  readonly app: Pick<App, 'article' | 'sides' | 'topics'>;
  /** Where others reach the pages; null: where they are asked for. */
  readonly publicUrl: string | null;
  /** What comes before the paths. */
  readonly base: string;
  /** Keeps what was drawn. */
  readonly kept: Guard;
}

/** A card stands in the pages of others. */
const forOthers: Guard = async (c, next) => {
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  await next();
};

/** Of a quote, in a preview; who shows it cuts earlier. */
const DESCRIPTION_CHARS = 300;

/** A quote alone, with the card that a link to it shows. */
export function createQuoteRoutes({ app, publicUrl, base, kept }: QuoteDependencies): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();

  async function quoteOf(id: string, span: string): Promise<Evidence> {
    const view = await app.article(id);
    const mark = view === null ? 'missing' : readMark(span, view.article.text);
    const evidence = view === null || mark === null || mark === 'missing' ? null : quoteAt(view, mark);
    if (evidence === null) throw new HTTPException(404, { message: 'There is no such quote.' });
    return evidence;
  }

  routes.get('/quotes/:id/:span', async (c) => {
    const evidence = await quoteOf(c.req.param('id'), c.req.param('span'));
    const preview = previewOf(evidence, app, siteUrlOf(c, publicUrl, base));
    // The one page that may stand in others.
    c.header('Content-Security-Policy', contentPolicy('*'));
    return page(c, <QuotePage {...{ evidence, preview }} labels={app} />);
  });

  routes.get('/quotes/:id/:span/card.png', forOthers, kept, async (c) => {
    const evidence = await quoteOf(c.req.param('id'), c.req.param('span'));
    const card = await pngOf(quoteCard(evidence, app, { theme: themeOf(c) }).svg);
    return c.body(new Uint8Array(card), 200, { 'Content-Type': 'image/png' });
  });
  return routes;
}

/** A quote as a link to it is shown. */
function previewOf(evidence: Evidence, { sides }: Pick<App, 'sides'>, siteUrl: string): LinkPreview {
  const words = showUnseen(evidence.text).replace(/\s+/g, ' ').trim();
  const cut = Array.from(words);
  const description =
    cut.length <= DESCRIPTION_CHARS ? words : `${cut.slice(0, DESCRIPTION_CHARS).join('')}…`;
  const title = showUnseen(whoLine(evidence, sides));
  const url = siteUrl + quotePagePath(evidence);
  return { title, description, url, image: `${url}/card.png`, imageWords: `${title}: ${description}` };
}

/** The same of a span of an article; null where no quote stands there. */
export function previewAt(
  view: ArticleView,
  mark: ReturnType<typeof readMark>,
  app: Pick<App, 'sides'>,
  siteUrl: string,
): LinkPreview | null {
  const evidence = mark === null || mark === 'missing' ? null : quoteAt(view, mark);
  return evidence === null ? null : previewOf(evidence, app, siteUrl);
}
