import type { APIEmbed } from 'discord.js';
import type { Side } from '../../domain/actor.ts';
import type { Answer, Evidence, SpeakerAnswer, SpeakerRow } from '../../domain/answer.ts';
import { groupSameWords } from '../../domain/same-words.ts';
import type { Topic } from '../../domain/topic.ts';
import { markdownLine } from './escape.ts';
import { whoSpeaks } from '../../show/show-speaker.ts';
import { LIMITS } from '../limits.ts';
import { boxesOf, numberedGroups, pagedReply } from './page-buttons.ts';
import { createReply, sentenceReply, type Reply } from '../reply.ts';
import { counted, plural } from '../../show/show-count.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { headed, names } from './notices.ts';

const COMPOSED_CHARS = 1500;
const ALIASES_CHARS = 300;

/** What a model has to do with a reply. */
interface Composing {
  /** Whether it may add text: the pages leave room for it, so that none of them changes when it comes. */
  readonly composes?: boolean;
  /** Why it added nothing. */
  readonly note?: string | null;
}

/** The reply to a question: evidence, or that the articles do not say. `sides` gives labels and colours. */
export function renderAnswer(
  answer: Answer,
  sides: readonly Side[],
  page = 0,
  { composes = false, note = null }: Composing = {},
): Reply {
  if (!answer.answered) return renderNoAnswer(answer, sides, page);
  const composed = markdownLine(answer.answer ?? '', COMPOSED_CHARS);
  const headline = markdownLine(answer.headline ?? '', LIMITS.titleChars);
  const added = [headline, composed, note === null ? '' : `*${note}*`]
    .filter((text) => text !== '')
    .join('\n');
  const readAs =
    answer.readAs === null
      ? {}
      : { footer: { text: `Read as: ${markdownLine(answer.readAs, LIMITS.titleChars)}` } };
  return pagedReply(
    {
      content: `${counted(answer.evidence, 'citation')}${names(answer.evidence, sides)}`,
      header: { ...headed(answer.question), ...(added === '' ? {} : { description: added }), ...readAs },
      boxes: boxesOf(groupSameWords(answer.evidence), sides),
      found: answer.evidence.length,
      spareChars: composes ? Math.max(0, COMPOSED_CHARS - added.length) : 0,
    },
    page,
  );
}

function renderNoAnswer(answer: Answer, sides: readonly Side[], page: number): Reply {
  const { articles, passages } = answer.searched;
  const near = answer.closest.length === 0 ? '' : ' The closest I found is below; it is no answer.';
  const header = {
    ...headed(answer.question),
    description: `Searched ${plural(articles, 'article')}, ${plural(passages, 'passage')}.${near}`,
  };
  const boxes = boxesOf(groupSameWords(answer.closest), sides, () => 'closest, but no answer');
  return pagedReply(
    {
      content: markdownLine(answer.headline ?? 'Nothing found.', LIMITS.titleChars),
      header,
      boxes,
      found: 0,
    },
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
    const near = found.suggestions.length === 0 ? '' : ` Did you mean ${found.suggestions.join(', ')}?`;
    return { ...sentenceReply(`Nobody called “${asked.name}” speaks in these articles.${near}`), found: 0 };
  }
  const who = whoSpeaks({ speaker: speaker.name, side: speaker.side }, sides) ?? speaker.name;
  const on = asked.topic === undefined ? '' : ` on ${asked.topic}`;
  if (statements.length === 0)
    return { ...sentenceReply(`No statement of ${who}${on} in these articles.`), found: 0 };
  const facts = [
    typeof asked.role !== 'string' ? null : markdownLine(asked.role, LIMITS.titleChars),
    speaker.aliases.length === 0
      ? null
      : `Also called ${markdownLine(speaker.aliases.join(', '), ALIASES_CHARS)}`,
    countsByTopic(statements, topics),
  ].filter((fact) => fact !== null);
  const header: APIEmbed = {
    ...headed(who + on),
    ...(facts.length === 0 ? {} : { description: facts.join('\n') }),
  };
  const content = `${markdownLine(who + on, LIMITS.titleChars)}: ${counted(statements, 'statement')}`;
  return pagedReply(
    { content, header, boxes: boxesOf(numberedGroups(statements), sides), found: statements.length },
    page,
  );
}

/** "On Missiles 3 · Sanctions 1", the most first; null where no statement has a topic. */
function countsByTopic(statements: readonly Evidence[], topics: readonly Topic[]): string | null {
  const counts = new Map<string, number>();
  for (const id of statements.flatMap((statement) => statement.topics))
    counts.set(id, (counts.get(id) ?? 0) + 1);
  const shown = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([id, count]) => `${labelOf(id, topics)} ${count}`);
  return shown.length === 0 ? null : `On ${markdownLine(shown.join(' · '), ALIASES_CHARS)}`;
}

const SPEAKERS_SHOWN = 40;

/** Everybody who speaks in the articles, most statements first. */
export function renderSpeakers(rows: readonly SpeakerRow[], sides: readonly Side[]): Reply {
  if (rows.length === 0) return sentenceReply('Nobody speaks in these articles.');
  const shown = rows.slice(0, SPEAKERS_SHOWN).map(({ name, side, statements }) => {
    const who = whoSpeaks({ speaker: name, side }, sides) ?? name;
    return `${markdownLine(who, LIMITS.titleChars)} ${statements}`;
  });
  const left = rows.length - shown.length;
  const title = `${plural(rows.length, 'speaker')}, with how many statements`;
  return createReply(title, [
    { ...headed(title), description: shown.join(' · ') + (left > 0 ? ` · ${left} more` : '') },
  ]);
}
