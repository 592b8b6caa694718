import type { App } from '../../app.ts';
import { markdownLine } from '../render/escape.ts';
import type { Reply } from '../reply.ts';
import type { ShownMessage } from '../messages/shown-message.ts';
import { BUTTON_WORDS } from '../words/button-words.ts';

const TITLE_CHARS = 100;
const MOST_TITLES = 3;

/**
 * What became of the articles that a message quotes, in Markdown: one that was taken out, or replaced by a version that no
 * longer has the words there. Null when all quotes stand as they were shown.
 */
async function sinceShown(
  app: Pick<App, 'context' | 'article'>,
  items: ShownMessage['items'],
): Promise<string | null> {
  const became = new Map<string, { readonly what: string; readonly quotes: number[] }>();
  for (const item of items) {
    if ((await app.context(item)) !== null) continue;
    const isThere = (await app.article(item.article).catch(() => null)) !== null;
    const known = became.get(item.article) ?? {
      what: BUTTON_WORDS.titleWas(
        markdownLine(item.title, TITLE_CHARS),
        isThere ? BUTTON_WORDS.replacedNewVersion : BUTTON_WORDS.takenOut,
      ),
      quotes: [],
    };
    known.quotes.push(item.n);
    became.set(item.article, known);
  }
  if (became.size === 0) return null;
  const told = [...became.values()]
    .slice(0, MOST_TITLES)
    .map(({ what, quotes }) => `${what} (${quotes.length === 1 ? 'quote' : 'quotes'} ${quotes.join(', ')})`);
  const more = became.size - told.length;
  return BUTTON_WORDS.sinceAnswerMore(told.join('; '), more > 0 ? BUTTON_WORDS.soWereMore(more) : '');
}

/** The reply to a click on a message, which says first what is no longer so in that message. */
export async function withSince(
  app: Pick<App, 'context' | 'article'>,
  items: ShownMessage['items'],
  reply: Reply,
): Promise<Reply> {
  const since = await sinceShown(app, items);
  return since === null ? reply : { ...reply, content: `${since}\n${reply.content}` };
}
