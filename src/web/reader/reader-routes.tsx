import { Hono, type Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { App } from '../../app.ts';
import { UserError } from '../../errors.ts';
import { matrixSvg } from '../../pictures/matrix/draw-matrix.ts';
import { positionPathSvg } from '../../pictures/path/position-path.ts';
import { timelineSvg } from '../../pictures/timeline/draw-timeline.ts';
import type { SiteEnv } from '../env.ts';
import { ArticlePage } from './pages/article-page.tsx';
import { ChangesPage } from './pages/changes-page.tsx';
import { CollectionPage } from './pages/collection-page.tsx';
import { ComparePage } from './pages/compare-page.tsx';
import { readMark } from './parts/mark.ts';
import { createExportRoutes } from './take-along.tsx';
import { createFeedRoutes } from './feed-routes.ts';
import { filter, filtersOf, themeOf } from './filter.ts';
import { page } from './page.tsx';
import { createPageKeeper } from './page-keeper.ts';
import { createQuoteRoutes, previewAt } from './quote-routes.tsx';
import { siteUrlOf } from './site-url.ts';
import { CHANGES_PATH } from './links.ts';
import { PrivacyPage } from './pages/privacy-page.tsx';
import { PositionPage } from './pages/position-page.tsx';
import { SearchPage } from './pages/search-page.tsx';
import { SpeakerPage } from './pages/speaker-page.tsx';
import { SpeakersPage } from './pages/speakers-page.tsx';
import { TermsPage } from './pages/terms-page.tsx';
import { TimelinePage } from './pages/timeline-page.tsx';
import { labelOf } from './parts/statement-note.ts';

export type ReaderApp = Pick<
  App,
  | 'sides'
  | 'topics'
  | 'ask'
  | 'article'
  | 'changes'
  | 'compare'
  | 'matrix'
  | 'position'
  | 'revision'
  | 'sources'
  | 'speaker'
  | 'speakers'
  | 'statements'
  | 'timeline'
>;

export interface ReaderDependencies {
  readonly app: ReaderApp;
  /** Whether the pages lead to the preview. */
  readonly tryable: boolean;
  /** Where others reach the pages; absent or null: where they are asked for. */
  readonly publicUrl?: string | null;
  /** What comes before the paths of a server's collection; absent for the shared one. */
  readonly base?: string;
}

/** Shown of an answer, as in Discord. */
const MOST_EVIDENCE = 15;

/** The reader's pages; each shows what the bot's command of that name answers. */
export function createReaderRoutes({
  app,
  tryable,
  publicUrl = null,
  base = '',
}: ReaderDependencies): Hono<SiteEnv> {
  // Read anew each time: they change with the articles where no table lists them.
  const site = { labels: app, tryable };
  const routes = new Hono<SiteEnv>();
  const kept = createPageKeeper(app.revision);

  routes.get('/', kept, async (c) => {
    const [articles, matrix] = await Promise.all([app.sources(), app.matrix()]);
    return page(c, <CollectionPage {...{ articles, matrix }} {...site} />);
  });

  routes.get('/matrix.svg', kept, async (c) =>
    picture(c, matrixSvg(await app.matrix(), app, { theme: themeOf(c) })),
  );

  routes.get('/articles/:id', kept, async (c) => {
    const view = await app.article(c.req.param('id'));
    if (view === null) throw new HTTPException(404, { message: 'There is no such article.' });
    const mark = readMark(c.req.query('s'), view.article.text);
    const preview = previewAt(view, mark, app, siteUrlOf(c, publicUrl, base));
    return page(c, <ArticlePage {...{ view, mark, preview }} {...site} />, mark === 'missing' ? 404 : 200);
  });

  routes.get('/speakers', kept, async (c) =>
    page(c, <SpeakersPage speakers={await app.speakers()} {...site} />),
  );

  routes.get('/speakers/:name', kept, async (c) => {
    const topic = filter(c, 'topic') ?? null;
    if (topic !== null && !app.topics.some(({ id }) => id === topic))
      throw new UserError(`There is no topic “${topic}”; choose one of the list.`);
    const name = c.req.param('name');
    const [found, rows] = await Promise.all([app.speaker(name), app.speakers()]);
    const { speaker, statements, suggestions } = found;
    if (speaker === null) {
      const near = suggestions.length === 0 ? '' : ` Did you mean ${suggestions.join(' or ')}?`;
      throw new HTTPException(404, { message: `Nobody of that name speaks in these articles.${near}` });
    }
    const role = rows.find((row) => row.name === speaker.name)?.role ?? null;
    return page(c, <SpeakerPage {...{ speaker, role, statements, topic }} {...site} />);
  });

  routes.get('/positions/:side/:topic', kept, async (c) => {
    const answer = await app.position(c.req.param('side'), c.req.param('topic'));
    return page(c, <PositionPage answer={answer} {...site} />);
  });

  routes.get('/compare/:topic', kept, async (c) => {
    const { side, side2 } = filtersOf(c, 'side', 'side2');
    if ((side === undefined) !== (side2 === undefined))
      throw new UserError('Name both sides, or none for the two that said most on the topic.');
    if (side !== undefined && side === side2) throw new UserError('Name two different sides to compare.');
    const two = side === undefined || side2 === undefined ? undefined : ([side, side2] as const);
    return page(c, <ComparePage answer={await app.compare(c.req.param('topic'), two)} {...site} />);
  });

  routes.get('/timeline/:topic', kept, async (c) => {
    const { side, speaker } = filtersOf(c, 'side', 'speaker');
    const answer = await app.timeline(c.req.param('topic'), { side, speaker });
    return page(c, <TimelinePage {...{ answer, side, speaker }} {...site} />);
  });

  routes.get('/timeline/:topic/picture.svg', kept, async (c) => {
    const { side, speaker } = filtersOf(c, 'side', 'speaker');
    const answer = await app.timeline(c.req.param('topic'), { side, speaker });
    const { changes } = await app.changes({ topic: c.req.param('topic'), side });
    const of = speaker ?? (side === undefined ? null : labelOf(side, app.sides));
    return picture(c, timelineSvg(answer, app, { theme: themeOf(c), of, changes }));
  });

  routes.get(CHANGES_PATH, kept, async (c) => {
    const narrowed = filtersOf(c, 'side', 'topic', 'since');
    const answer = await app.changes(narrowed);
    const { side, topic, since } = narrowed;
    // The picture shows the whole way, the page what is new.
    const path = topic === undefined || since === undefined ? answer : await app.changes({ side, topic });
    return page(c, <ChangesPage {...{ answer, path, side, topic, since }} {...site} />);
  });

  routes.get(`${CHANGES_PATH}/picture.svg`, kept, async (c) => {
    const { side, topic } = filtersOf(c, 'side', 'topic');
    if (topic === undefined) throw new UserError('Name the topic whose moves are to be drawn.');
    const { changes } = await app.changes({ side, topic });
    return picture(c, positionPathSvg(topic, changes, app, { theme: themeOf(c) }));
  });

  routes.get('/search', async (c) => {
    const question = c.req.query('q')?.trim() ?? '';
    const narrowed = filtersOf(c, 'side', 'speaker', 'topic', 'since', 'until');
    const filters = { ...narrowed, limit: MOST_EVIDENCE };
    const [speakers, answer] = await Promise.all([
      app.speakers(),
      question === '' ? null : app.ask(question, filters, c.var.signal),
    ]);
    return page(c, <SearchPage {...{ question, filters, answer, speakers }} {...site} />);
  });

  routes.get('/privacy', (c) => page(c, <PrivacyPage tryable={tryable} />));
  routes.get('/terms', (c) => page(c, <TermsPage tryable={tryable} />));

  routes.route('/', createQuoteRoutes({ app, publicUrl, base, kept }));
  routes.route('/', createExportRoutes(app));
  routes.route('/', createFeedRoutes({ app, publicUrl, base }));
  return routes;
}

function picture(c: Context, svg: string): Response {
  return c.body(svg, 200, { 'Content-Type': 'image/svg+xml; charset=utf-8' });
}
