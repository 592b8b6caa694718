import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ACTS, type Act } from '../../domain/statement.ts';
import { UserError } from '../../errors.ts';
import type { App } from '../../app.ts';
import { FEEDS, feedOf } from '../../export/feeds.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { filter, filtersOf } from './filter.ts';
import { siteUrlOf } from './site-url.ts';

export interface FeedDependencies {
  readonly app: Pick<App, 'sides' | 'topics' | 'statements'>;
  readonly publicUrl: string | null;
  /** What comes before the paths. */
  readonly base: string;
}

/** Statements of a feed: readers keep what they have seen. */
const MOST_ITEMS = 100;

/** The newest statements as feeds: of the collection, a side, a speaker, a topic, an act: all that can be followed. */
export function createFeedRoutes({ app, publicUrl, base }: FeedDependencies): Hono {
  const routes = new Hono();
  routes.get('/feed/:kind', async (c) => {
    const feed = feedOf(c.req.param('kind'));
    if (feed === null)
      throw new HTTPException(404, { message: `There are feeds as ${Object.keys(FEEDS).join(', ')}.` });
    const narrowed = filtersOf(c, 'side', 'speaker', 'topic');
    const act = actOf(filter(c, 'act'));
    const said = await app.statements(narrowed);
    const statements = act === null ? said : said.filter((one) => one.act === act);
    const asked = new URL(c.req.url);
    const siteUrl = siteUrlOf(c, publicUrl, base);
    const who = narrowed.speaker ?? (narrowed.side && labelOf(narrowed.side, app.sides));
    const on = narrowed.topic && labelOf(narrowed.topic, app.topics);
    const title = ['Parley', who, on, act].filter((part) => part).join(' · ');
    const body = feed.write({
      title,
      siteUrl,
      feedUrl: `${siteUrl}${asked.pathname}${asked.search}`,
      statements: statements.slice(0, MOST_ITEMS),
      sides: app.sides,
    });
    return c.body(body, 200, { 'Content-Type': feed.mediaType });
  });
  return routes;
}

/** Throws `UserError` for what is no act. */
function actOf(asked: string | undefined): Act | null {
  if (asked === undefined) return null;
  const act = ACTS.find((one) => one === asked);
  if (act === undefined) throw new UserError(`There is no act “${asked}”; choose one of ${ACTS.join(', ')}.`);
  return act;
}
