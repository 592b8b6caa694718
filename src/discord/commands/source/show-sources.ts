import type { Side } from '../../../domain/actor.ts';
import type {
  AddedSource,
  AddReport,
  CheckedSource,
  FoundArticle,
} from '../../../domain/change/source-report.ts';
import { showDate } from '../../../show/show-date.ts';
import { whoSpeaks } from '../../../show/show-speaker.ts';
import { LIMITS } from '../../limits.ts';
import { escapeMarkdown, markdownLine } from '../../render/escape.ts';
import { NEUTRAL_COLOR } from '../../render/evidence-card.ts';
import { createReply, type Card, type Reply } from '../../reply.ts';
import { ADDING_WORDS } from '../../words/adding-words.ts';
import { SHARED_WORDS } from '../../words/shared-words.ts';
import type { App } from '../../../app.ts';
import { plural } from '../../../show/show-count.ts';

const TITLE_CHARS = 160;
const SENTENCE_CHARS = 500;
const MOST_NAMES = 5;
const MORE_CHARS = 30;

type Sides = readonly Pick<Side, 'id' | 'label'>[];

/** What became of everything that was named: one paragraph each, and the counts above. */
export function showAdded({ sources, stopped }: AddReport, sides: Sides): Reply {
  const count = (outcome: AddedSource['outcome']): number =>
    sources.filter((source) => source.outcome === outcome).length;
  const counts = [
    [count('added'), 'added'],
    [count('replaced'), ADDING_WORDS.replacedNewVersion],
    [count('unchanged') + count('duplicate'), ADDING_WORDS.thereAlready],
    [count('refused') + count('left-out'), ADDING_WORDS.notRead],
  ] as const;
  const said = counts.flatMap(([n, what]) => (n === 0 ? [] : [`${n} ${what}`]));
  const head = said.length === 0 ? ADDING_WORDS.nothingAdded : ADDING_WORDS.articlesDone(said.join(', '));
  const rest = stopped ? ADDING_WORDS.tookTooLong : '';
  return createReply(
    head + rest,
    listCards(
      sources.map((source) => paragraphOf(source, sides)),
      ADDING_WORDS.whatFound,
    ),
  );
}

/** The same of what was only looked at. */
export function showChecked(sources: readonly CheckedSource[], sides: Sides): Reply {
  const paragraphs = sources.map((source) => {
    const { from, kind, reason, article, known, takenOutBy } = source;
    if (kind === 'feed') return ADDING_WORDS.feedSourceAdd(shown(from));
    if (article === null) return escapeMarkdown(cut(reason ?? ADDING_WORDS.hasNotChanged(from)));
    const lines = [headOf(article), foundLine(article, sides), ...unsidedLine(article), verdictOf(article)];
    const already = {
      unchanged: ADDING_WORDS.alreadyWordWord,
      changed: ADDING_WORDS.anotherVersionWhich,
      'same text': ADDING_WORDS.veryTextAlready,
    };
    if (known) lines.push(`${already[known.as]}: ${code(known.id)}.`);
    if (article.copyOf !== null && known === null) lines.push(copyLine(article.copyOf));
    if (takenOutBy !== null) lines.push(ADDING_WORDS.takenOut(markdownLine(takenOutBy, 80)));
    return lines.join('\n');
  });
  return createReply(ADDING_WORDS.nothingKept, listCards(paragraphs, ADDING_WORDS.whatWould));
}

/** Paragraphs in one card; those that do not fit are counted. */
function listCards(paragraphs: readonly string[], title: string): Card[] {
  if (paragraphs.length === 0) return [];
  const room = LIMITS.descriptionChars - MORE_CHARS;
  let description = '';
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = description === '' ? paragraph : `${description}\n\n${paragraph}`;
    if (next.length > room) {
      description = `${description}\n\n${ADDING_WORDS.moreParagraphs(paragraphs.length - index)}`;
      break;
    }
    description = next;
  }
  return [{ title, description, color: NEUTRAL_COLOR }];
}

const cut = (text: string): string =>
  text.length <= SENTENCE_CHARS ? text : `${text.slice(0, SENTENCE_CHARS)} …`;
const shown = (text: string): string => markdownLine(text, TITLE_CHARS);
const code = (id: string): string => `\`${id.replaceAll('`', '')}\``;

function headOf({ title, outlet, published }: FoundArticle): string {
  const facts = [outlet === null ? null : markdownLine(outlet, 80), showDate(published)];
  return `**${shown(title)}** · ${facts.filter((fact) => fact !== null).join(' · ')}`;
}

function foundLine({ statements, speakers }: FoundArticle, sides: Sides): string {
  if (statements === 0) return ADDING_WORDS.nobodyQuoted;
  const names = speakers
    .slice(0, MOST_NAMES)
    .map(({ name, side }) => markdownLine(whoSpeaks({ speaker: name, side }, sides) ?? name, 80));
  const more = speakers.length - names.length;
  const who = names.length === 0 ? '' : `: ${names.join(', ')}${more > 0 ? SHARED_WORDS.andMore(more) : ''}`;
  return ADDING_WORDS.statementsBy(statements, speakers.length, who);
}

function unsidedLine({ speakers }: FoundArticle): string[] {
  const open = speakers.filter(({ side }) => side === null);
  if (open.length === 0) return [];
  const names = open.slice(0, MOST_NAMES).map(({ name }) => markdownLine(name, 80));
  const more = open.length - names.length;
  return [ADDING_WORDS.withoutSideMore(names.join(', '), more > 0 ? SHARED_WORDS.andMore(more) : '')];
}

const verdictOf = ({ partial }: FoundArticle): string =>
  partial === null ? ADDING_WORDS.wholeArticle : ADDING_WORDS.notWholeArticle(markdownLine(partial, 200));

const copyLine = (other: string): string => ADDING_WORDS.hasMostlyWords(code(other));

const DONE: Readonly<Record<string, string>> = {
  added: ADDING_WORDS.added,
  replaced: ADDING_WORDS.newVersionReplaces,
  unchanged: ADDING_WORDS.alreadyUnchanged,
};

function paragraphOf(source: AddedSource, sides: Sides): string {
  const { from, outcome, reason, article, notes } = source;
  if (outcome === 'feed') return ADDING_WORDS.feedFollowedWhat(shown(from));
  if (article === null) return escapeMarkdown(cut(reason ?? `${from}: ${DONE[outcome] ?? outcome}.`));
  const lines = [
    headOf(article),
    `${DONE[outcome] ?? outcome}: ${code(article.id)}. ${foundLine(article, sides)}`,
  ];
  if (outcome === 'unchanged') return lines.join('\n');
  lines.push(...unsidedLine(article));
  if (article.partial !== null) lines.push(verdictOf(article));
  if (article.copyOf !== null) lines.push(copyLine(article.copyOf));
  const told = notes.filter((note) => !/: it is (?:not the whole article|mostly the words)/.test(note));
  return [...lines, ...told.map((note) => escapeMarkdown(cut(note)))].join('\n');
}

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
      : listCards(
          feeds.map((feed) => markdownLine(feed, 300)),
          ADDING_WORDS.feedsWereAdded,
        );
  const more = pages > 1 ? ADDING_WORDS.pageSourceList(at, pages, at < pages ? at + 1 : 1) : '';
  return createReply(ADDING_WORDS.newestFirst(rows.length, more), [
    ...listCards(paragraphs, ADDING_WORDS.articles),
    ...followed,
  ]);
}
