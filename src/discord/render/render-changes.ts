import { saidOn, type Evidence } from '../../domain/answer.ts';
import { differingSpans } from '../../domain/quote/differing-words.ts';
import type { ChangesAnswer, LatestAnswer, PositionChange } from '../../domain/position-change.ts';
import { showAct } from '../../show/show-act.ts';
import { showChange } from '../../show/show-change.ts';
import { showDate } from '../../show/show-date.ts';
import { labelOf, whoSpeaks } from '../../show/show-speaker.ts';
import type { Span } from '../../text/span.ts';
import { LIMITS } from '../limits.ts';
import { createReply, type Card, type Reply } from '../reply.ts';
import { escapeMarkdown, markdownLine } from './escape.ts';
import { citation, evidenceCard, linkable, NEUTRAL_COLOR, openLink } from './evidence-card.ts';
import type { Box } from './paging/evidence-boxes.ts';
import { pagedReply } from './paging/divide-into-pages.ts';
import { showQuote } from './quote.ts';
import type { Labels } from './render-positions.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';
import { SHARED_WORDS } from '../words/shared-words.ts';

/** Of a quote beside another; both have to fit. */
const QUOTE_CHARS = 900;
/** What a quote is cut to, at least. */
const LEAST_CHARS = 60;

/**
 * What changed, the newest first: each change with its two quotes, the words that differ in bold.
 *
 * @param about what was asked for, as a heading
 */
export function renderChanges(
  { changes, searched }: ChangesAnswer,
  about: string,
  labels: Labels,
  page = 0,
  { isUnderPicture = false }: { readonly isUnderPicture?: boolean } = {},
): Reply {
  const line = markdownLine(about, LIMITS.titleChars);
  if (changes.length === 0) {
    const nothing = ANSWER_WORDS.noChangeFound(line, searched.articles);
    return { ...createReply(nothing), found: 0 };
  }
  const boxes = changes.toReversed().map((change) => changeBox(change, labels));
  const content = ANSWER_WORDS.newestFirstChange(line, changes.length);
  const found = changes.length;
  return pagedReply({ content, header: null, isShort: !isUnderPicture, isUnderPicture, boxes, found }, page);
}

function changeBox(change: PositionChange, { sides, topics }: Labels): Box {
  const { side, topic, from, to } = change;
  const title = `${SHARED_WORDS.whoOnTopic(labelOf(side, sides), labelOf(topic, topics))} · ${showChange(change)}`;
  const marks = from === null ? null : differingSpans(from.text, to.text);
  const isMarked = change.differences.length > 0;
  const items = from === null ? [to] : [from, to];
  const url = linkable(to.url);
  return {
    items,
    card: (maxChars, quoteChars = Infinity) => ({
      color: NEUTRAL_COLOR,
      author: { name: markdownLine(title, LIMITS.authorChars), ...(url === null ? {} : { url }) },
      fields: [
        ...(from === null
          ? []
          : [quoteField(from, isMarked ? (marks?.before ?? []) : [], sides, roomOf(maxChars, quoteChars))]),
        quoteField(to, isMarked ? (marks?.now ?? []) : [], sides, roomOf(maxChars, quoteChars)),
      ],
      footer: { text: markdownLine(citation(to), LIMITS.titleChars) },
    }),
  };
}

/** For each of two quotes. */
const roomOf = (maxChars: number, quoteChars: number): number =>
  Math.min(QUOTE_CHARS, Math.floor(maxChars / 3), Math.max(LEAST_CHARS, Math.floor(quoteChars / 2)));

function quoteField(
  item: Evidence,
  spans: readonly Span[],
  sides: Labels['sides'],
  room: number,
): { name: string; value: string } {
  const name = [showDate(saidOn(item)), whoSpeaks(item, sides), item.outlet].filter((part) => part !== null);
  const link = openLink(item.url);
  const words = markedWords(item, spans, room);
  const whole = link === null ? words : `${words} ${link}`;
  return {
    name: markdownLine(name.join(' · '), LIMITS.fieldNameChars),
    value: whole.length <= LIMITS.fieldValueChars ? whole : words,
  };
}

/** The quote with the words of the spans in bold; without, where it is too long or has several lines. */
function markedWords({ text, type }: Evidence, spans: readonly Span[], room: number): string {
  const plain = (): string => showQuote(text, type, room).markdown;
  if (spans.length === 0 || text.includes('\n') || text.length > room) return plain();
  let at = 0;
  let marked = '';
  for (const { start, end } of spans) {
    marked += `${escapeMarkdown(text.slice(at, start))}**${escapeMarkdown(text.slice(start, end))}**`;
    at = end;
  }
  marked += escapeMarkdown(text.slice(at));
  return marked.length > room - 2 ? plain() : `> ${marked}`;
}

/** What a side says on a topic now: the latest of each act, with what it replaces. */
export function renderLatest({ side, topic, now, searched }: LatestAnswer, labels: Labels, page = 0): Reply {
  const title = ANSWER_WORDS.now(
    SHARED_WORDS.whoOnTopic(labelOf(side, labels.sides), labelOf(topic, labels.topics)),
  );
  const line = markdownLine(title, LIMITS.titleChars);
  if (now.length === 0) {
    const nothing = ANSWER_WORDS.noStatementOn(line, searched.articles);
    return { ...createReply(nothing), found: 0 };
  }
  let n = 0;
  const boxes = now.map(({ act, evidence, replaces }): Box => {
    const item = { ...evidence, n: ++n };
    const label = `${n} · ${showDate(saidOn(item))}${act === 'states' ? ANSWER_WORDS.says : ''}`;
    return {
      items: [item],
      card: (maxChars, quoteChars) =>
        withReplaced(
          evidenceCard({ first: item, others: [] }, labels.sides, label, maxChars, {
            quoteChars: replaces === null ? quoteChars : roomOf(maxChars, quoteChars ?? Infinity),
          }),
          replaces,
          labels,
          roomOf(maxChars, quoteChars ?? Infinity),
        ),
    };
  });
  const content = ANSWER_WORDS.latestEachKind(line, nowLine(now));
  return pagedReply({ content, header: null, isShort: true, boxes, found: now.length }, page);
}

function withReplaced(card: Card, replaces: Evidence | null, { sides }: Labels, room: number): Card {
  if (replaces === null) return card;
  const { name, value } = quoteField(replaces, [], sides, room);
  return { ...card, fields: [{ name: ANSWER_WORDS.before(name).slice(0, LIMITS.fieldNameChars), value }] };
}

function nowLine(now: LatestAnswer['now']): string {
  return now.map(({ act, evidence }) => `${showAct(act) ?? 'says'} ${showDate(saidOn(evidence))}`).join(', ');
}
