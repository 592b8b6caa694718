import { capitalised } from '../../text/fold.ts';
import type { Side } from '../../domain/actor.ts';
import { saidOn, type Evidence, type PositionAnswer, type TimelineAnswer } from '../../domain/answer.ts';
import { ACTS, type Act } from '../../domain/statement.ts';
import type { Topic } from '../../domain/topic.ts';
import { markdownLine } from './escape.ts';
import { showDate } from '../../show/show-date.ts';
import { LIMITS } from '../limits.ts';
import { boxesOf, numberedGroups } from './paging/evidence-boxes.ts';
import { pagedReply } from './paging/divide-into-pages.ts';
import { createReply, type Reply } from '../reply.ts';
import { counted } from '../../show/show-count.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { noStatement } from './notices.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';
import { SHARED_WORDS } from '../words/shared-words.ts';

/** What labels and colours are taken from. */
export interface Labels {
  readonly sides: readonly Side[];
  readonly topics: readonly Topic[];
}

/** What a side said on a topic: by act, the best quote of each first. */
export function renderPosition(answer: PositionAnswer, { sides, topics }: Labels, page = 0): Reply {
  const { side, topic, statements, searched } = answer;
  const title = SHARED_WORDS.whoOnTopic(labelOf(side, sides), labelOf(topic, topics));
  const line = markdownLine(title, LIMITS.titleChars);
  if (statements.length === 0) return { ...createReply(`${line}: ${noStatement(searched)}`), found: 0 };
  const byAct = ACTS.flatMap((act) => statements.filter((statement) => actOf(statement) === act));
  const content = `**${line}**\n-# ${actCounts(byAct)} · ${counted(byAct, 'statement')}`;
  const boxes = boxesOf(numberedGroups(byAct), sides);
  return pagedReply({ content, header: null, isShort: true, boxes, found: byAct.length }, page);
}

/** "Offers 4 · rejects 2 · other statements 1", in the order in which they are shown; nothing for none. */
function actCounts(statements: readonly Evidence[]): string {
  const counts = ACTS.map((act) => ({ act, count: statements.filter((one) => actOf(one) === act).length }))
    .filter(({ count }) => count > 0)
    .map(({ act, count }) => `${act === 'states' ? ANSWER_WORDS.otherStatements : act} ${count}`)
    .join(' · ');
  return capitalised(counts);
}

/** What was said on a topic by date, the oldest first; what is of articles without a date after it. */
export function renderTimeline(
  { topic, statements, undated, searched }: TimelineAnswer,
  of: string | null,
  { sides, topics }: Labels,
  page = 0,
  { isUnderPicture = false }: { readonly isUnderPicture?: boolean } = {},
): Reply {
  const title = ANSWER_WORDS.byDate(
    of === null ? labelOf(topic, topics) : SHARED_WORDS.whoOnTopic(of, labelOf(topic, topics)),
  );
  const line = markdownLine(title, LIMITS.titleChars);
  const items = [...statements, ...undated];
  if (items.length === 0) return { ...createReply(`${line}: ${noStatement(searched)}`), found: 0 };
  const parts = [
    statements.length === 0 ? ANSWER_WORDS.noArticleDate : ANSWER_WORDS.datedOldestFirst(statements.length),
    undated.length === 0 ? null : ANSWER_WORDS.undatedAtEnd(undated.length),
  ];
  // What is undated stands apart, also where it has the same words.
  const groups = [...numberedGroups(statements), ...numberedGroups(undated, statements.length + 1)];
  const content = `**${line}**\n-# ${parts.filter((part) => part !== null).join('; ')}`;
  const boxes = boxesOf(groups, sides, dated);
  return pagedReply(
    { content, header: null, isShort: !isUnderPicture, isUnderPicture, boxes, found: items.length },
    page,
  );
}

const dated = (item: Evidence): string => `${showDate(saidOn(item))} · ${item.n}`;
const actOf = ({ act }: Evidence): Act => act ?? 'states';
