import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import type { AppLog } from '../../app.ts';
import { loggable } from '../../domain/loggable.ts';
import { UserError } from '../../errors.ts';
import type { SiteEnv } from '../env.ts';
import { Bodies, type Actions } from './actions.ts';
import { clientStyle, createClientScript } from './client-files.ts';
import type { ChangesSeen } from './changes-seen.ts';
import type { Discord } from '../../discord-double/discord.ts';
import type { User } from '../../discord-double/people.ts';
import { createEvents } from './events.ts';
import type { Example } from './examples.ts';
import { AVATARS, renderPage } from './render-page.ts';
import { headers, limitedBody, onlyFromHere } from './security.ts';

export interface RouteDependencies {
  readonly discord: Discord;
  readonly conversation: ChangesSeen;
  readonly actions: Actions;
  /** The commands as the bot registered them, in Discord's JSON. */
  readonly commands: () => readonly unknown[];
  readonly examples: () => Promise<readonly Example[]>;
  readonly visitor: User;
  /** Ends the streams of events. */
  readonly closing: AbortSignal;
  readonly log: AppLog;
}

const WRONG_HERE = 'Something went wrong here; the log says what.';

/** Files that are shown as pictures; anything else is only ever saved. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** The page at `/preview` and all that it asks for below it. */
export function createRoutes(dependencies: RouteDependencies): Hono<SiteEnv> {
  const { discord, conversation, actions, commands, examples, visitor, closing, log } = dependencies;
  const script = createClientScript();
  const routes = new Hono<SiteEnv>().basePath('/preview');
  routes.use('*', headers);
  routes.onError((error, context) => {
    log.warn(`preview: ${context.req.path}: ${loggable(error).stack}`);
    return context.json({ error: WRONG_HERE }, 500);
  });
  routes.get('/', (context) => context.html(renderPage(visitor)));
  routes.get('/script.js', async (context) =>
    context.body(await script(), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  routes.get('/style.css', async (context) =>
    context.body(await clientStyle(), 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  routes.get('/avatars/:file{[a-z]+\\.svg}', (context) => {
    const picture = AVATARS[context.req.param('file').replace(/\.svg$/, '')];
    return picture === undefined
      ? context.notFound()
      : context.body(picture, 200, { 'content-type': 'image/svg+xml' });
  });
  routes.get('/files/:id/:name', (context) => {
    const file = discord.file(context.req.param('id'));
    if (!file) return context.notFound();
    const isPicture = PICTURES.has(file.type);
    return context.body(file.bytes, 200, {
      'content-type': isPicture ? file.type : 'application/octet-stream',
      ...(isPicture ? {} : { 'content-disposition': 'attachment' }),
    });
  });
  routes.get('/commands', (context) => context.json(commands()));
  routes.get('/examples', async (context) => context.json(await examples()));

  routes.get('/events', createEvents({ conversation, closing }));

  /** A thing the visitor does: its body is checked, and what they can mend is told as a sentence. */
  function does<S extends z.ZodType>(
    name: string,
    schema: S,
    act: (body: z.infer<S>) => Promise<object>,
  ): void {
    routes.post(`/${name}`, onlyFromHere, limitedBody, async (context: Context) => {
      const body = schema.safeParse(await context.req.json().catch(() => null));
      if (!body.success) {
        const [issue] = body.error.issues;
        const where = issue?.path.join('.') ?? '';
        return context.json(
          { error: `This cannot be sent: ${where === '' ? '' : `${where}: `}${issue?.message}.` },
          400,
        );
      }
      try {
        return context.json(await act(body.data));
      } catch (error) {
        if (error instanceof UserError) return context.json({ error: error.message }, 400);
        throw error;
      }
    });
  }
  does('command', Bodies.command, (body) => actions.command(body));
  does('menu', Bodies.menu, (body) => actions.menu(body));
  does('message', Bodies.message, (body) => actions.message(body));
  does('click', Bodies.click, (body) => actions.click(body));
  does('form', Bodies.form, (body) => actions.form(body));
  does('autocomplete', Bodies.autocomplete, (body) => actions.autocomplete(body));
  return routes;
}
