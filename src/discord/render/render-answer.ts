import type { Side } from '../../domain/actor.ts';
import type { Answer, Evidence, SpeakerAnswer, SpeakerRow } from '../../domain/answer.ts';
import { groupSameWords } from '../../domain/quote/same-words.ts';
import type { Topic } from '../../domain/topic.ts';
import { markdownLine } from './escape.ts';
import { NEUTRAL_COLOR } from './evidence-card.ts';
import { whoSpeaks } from '../../show/show-speaker.ts';
import { LIMITS } from '../limits.ts';
import { boxesOf, itemsOf, numberedGroups } from './paging/evidence-boxes.ts';
import { pagedReply } from './paging/divide-into-pages.ts';
import { sentenceReply, type Reply } from '../reply.ts';
import { counted } from '../../show/show-count.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { pagedList } from './paging/paged-list.ts';
import { names } from './notices.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';
import { SHARED_WORDS } from '../words/shared-words.ts';

const COMPOSED_CHARS = 1200;
const ALIASES_CHARS = 300;

/** What a model has to do with a reply. */
interface Composing {
  /** Whether it may add text: the pages leave room for it, so that none of them changes when it comes. */
  readonly composes?: boolean;
  /** Why it added nothing. */
  readonly note?: string | null;
}

/** What of an answer is shown, and how. */
export interface AnswerShown extends Composing {
  /** The side, speaker and topic that it is narrowed to, by their labels. */
  readonly filters?: readonly string[];
}

/**
 * The reply to a question: a line on what was found, the question with what narrows it, and the best quotes, as many as a
 * phone shows at once; or that the articles do not say. `sides` gives labels and colours.
 */
export function renderAnswer(
  answer: Answer,
  sides: readonly Side[],
  page = 0,
  { composes = false, note = null, filters = [] }: AnswerShown = {},
): Reply {
  const asked = askedLine(answer, filters);
  if (!answer.answered) return renderNoAnswer(answer, asked, sides, page);
  const evidence = statementsFirst(answer.evidence);
  const composed = markdownLine(marksMoved(answer.answer ?? '', evidence), COMPOSED_CHARS);
  const added = [composed, note === null ? '' : `*${note}*`].filter((text) => text !== '').join('\n');
  const counts = counted(evidence, 'citation');
  const headline = answer.headline ?? `${counts}${names(evidence, sides)}`;
  return pagedReply(
    {
      content: `**${markdownLine(headline, LIMITS.titleChars)}**\n${asked} · ${counts}`,
      header: added === '' ? null : { description: added, color: NEUTRAL_COLOR },
      isShort: true,
      asked: answer.question,
      boxes: boxesOf(numberedGroups(evidence), sides),
      found: evidence.length,
      spareChars: composes ? Math.max(0, COMPOSED_CHARS - added.length) : 0,
    },
    page,
  );
}

/** What was asked, how it was read and what narrows it, in small print. */
function askedLine({ question, readAs }: Answer, filters: readonly string[]): string {
  const parts = [question, readAs === null ? null : ANSWER_WORDS.readAs(readAs), ...filters];
  return `-# ${markdownLine(parts.filter((part) => part !== null).join(' · '), LIMITS.titleChars) || '…'}`;
}

/** What nobody says comes behind what somebody does, but where it is the best answer. */
function statementsFirst(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence[0]?.type === 'narration') return evidence;
  return evidence.toSorted((a, b) => Number(a.type === 'narration') - Number(b.type === 'narration'));
}

/** A model's text, whose `[n]` marks point at the items as they are numbered when shown. */
function marksMoved(text: string, evidence: readonly Evidence[]): string {
  const shown = numberedGroups(evidence).flatMap(itemsOf);
  return text.replace(/\[(\d+)\]/g, (mark, n: string) => {
    const item = evidence.find((one) => one.n === Number(n));
    const now = shown.find(({ article, start }) => article === item?.article && start === item.start);
    return now === undefined ? mark : `[${now.n}]`;
  });
}

function renderNoAnswer(answer: Answer, asked: string, sides: readonly Side[], page: number): Reply {
  const { articles, passages } = answer.searched;
  const near = answer.closest.length === 0 ? '' : ANSWER_WORDS.closestIFound;
  const boxes = boxesOf(groupSameWords(answer.closest), sides, () => ANSWER_WORDS.closestButNo);
  const headline = markdownLine(answer.headline ?? ANSWER_WORDS.nothingFound, LIMITS.titleChars);
  const searched = ANSWER_WORDS.searched(articles, passages, near);
  return pagedReply(
    { content: `**${headline}**\n${asked}\n${searched}`, header: null, isShort: true, boxes, found: 0 },
    page,
  );
}

export interface SpeakerAsked {
  readonly name: string;
  /** The topic's label. */
  readonly topic?: string | undefined;
  readonly role?: string | null | undefined;
}

/** The reply to who somebody is and said, newest first, with what they speak about most. */
export function renderSpeaker(
  found: SpeakerAnswer,
  asked: SpeakerAsked,
  { sides, topics }: { readonly sides: readonly Side[]; readonly topics: readonly Topic[] },
  page = 0,
): Reply {
  const { speaker, statements } = found;
  if (speaker === null) {
    const near = found.suggestions.length === 0 ? '' : ANSWER_WORDS.didYouMean(found.suggestions.join(', '));
    return { ...sentenceReply(ANSWER_WORDS.nobodyCalledSpeaksThese(asked.name, near)), found: 0 };
  }
  const who = whoSpeaks({ speaker: speaker.name, side: speaker.side }, sides) ?? speaker.name;
  const on = asked.topic === undefined ? '' : ` ${SHARED_WORDS.onTopic(asked.topic)}`;
  if (statements.length === 0) return { ...sentenceReply(ANSWER_WORDS.noStatementThese(who, on)), found: 0 };
  const facts = [
    typeof asked.role !== 'string' ? null : markdownLine(asked.role, LIMITS.titleChars),
    speaker.aliases.length === 0
      ? null
      : ANSWER_WORDS.alsoCalled(markdownLine(speaker.aliases.join(', '), ALIASES_CHARS)),
    countsByTopic(statements, topics),
    counted(statements, 'statement'),
  ].filter((fact) => fact !== null);
  const content = `**${markdownLine(who + on, LIMITS.titleChars)}**\n-# ${facts.join(' · ')}`;
  const boxes = boxesOf(numberedGroups(statements), sides);
  return pagedReply({ content, header: null, isShort: true, boxes, found: statements.length }, page);
}

/** "on Missiles 3 · Sanctions 1", the most first; null where no statement has a topic. */
function countsByTopic(statements: readonly Evidence[], topics: readonly Topic[]): string | null {
  const counts = new Map<string, number>();
  for (const id of statements.flatMap((statement) => statement.topics))
    counts.set(id, (counts.get(id) ?? 0) + 1);
  const shown = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([id, count]) => `${labelOf(id, topics)} ${count}`);
  return shown.length === 0 ? null : SHARED_WORDS.onTopic(markdownLine(shown.join(' · '), ALIASES_CHARS));
}

/** In one paragraph, of which a phone shows two at once. */
const SPEAKERS_TOGETHER = 10;

/** Everybody who speaks in the articles, most statements first. */
export function renderSpeakers(rows: readonly SpeakerRow[], sides: readonly Side[], page = 0): Reply {
  if (rows.length === 0) return sentenceReply(ANSWER_WORDS.nobodySpeaksThese);
  const shown = rows.map(({ name, side, statements }) => {
    const who = whoSpeaks({ speaker: name, side }, sides) ?? name;
    return `${markdownLine(who, LIMITS.titleChars)} ${statements}`;
  });
  const paragraphs = Array.from({ length: Math.ceil(shown.length / SPEAKERS_TOGETHER) }, (_, i) =>
    shown.slice(i * SPEAKERS_TOGETHER, (i + 1) * SPEAKERS_TOGETHER).join(' · '),
  );
  const content = ANSWER_WORDS.howManyStatements(rows.length);
  return pagedList({ content, title: ANSWER_WORDS.speakers, paragraphs }, page);
}
