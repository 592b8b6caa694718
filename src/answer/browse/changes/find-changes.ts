import { differingWords } from '../../../domain/quote/differing-words.ts';
import { isMove, type PositionChange } from '../../../domain/position-change.ts';
import { textAt, type Span } from '../../../text/span.ts';
import { isSameMatter } from './compare-positions.ts';
import { findMoves, type Found } from './find-moves.ts';
import type { Position } from './read-position.ts';

/** Days without a word on a topic after which a word is news. */
const SILENT_DAYS = 21;
/** Statements before that are looked at. */
const LOOKED_BACK = 80;

/**
 * What changed from statement to statement of one side on one topic: only what the two quotes show by themselves.
 *
 * @param positions in the order in which they were said
 * @returns in the order of `to`
 */
export function findChanges(
  positions: readonly Position[],
  of: { readonly side: string; readonly topic: string },
): PositionChange[] {
  const told: { readonly found: Found; readonly to: Position }[] = [];
  positions.forEach((to, i) => {
    // What was said on one day has no order.
    const before = positions.slice(Math.max(0, i - LOOKED_BACK), i).filter(({ on }) => on < to.on);
    const sameDay = positions.filter(({ on }) => on === to.on);
    for (const found of changesOf(to, before, sameDay)) {
      if (!told.some((one) => one.to.on === to.on && isSameNews(one, { found, to })))
        told.push({ found, to });
    }
  });
  return told.map(({ found, to }) => toChange(found, to, of));
}

function changesOf(to: Position, before: readonly Position[], sameDay: readonly Position[]): Found[] {
  const moved = findMoves(to, before);
  const spoken = spokenAgain(to, before, sameDay);
  return spoken === null || moved.length > 0 ? moved : [spoken];
}

/** Whether two changes of one day are one, told twice: of the same matter, and with the same words where some make it. */
function isSameNews(
  a: { readonly found: Found; readonly to: Position },
  b: { readonly found: Found; readonly to: Position },
): boolean {
  if (a.found.kind !== b.found.kind) return false;
  const [one, other] = [a, b].map(({ found, to }) =>
    found.kind === 'number' ? textOf(to, found.words.to) : '',
  );
  return one === other && (!isMove(a.found.kind) || isSameMatter(a.to, b.to));
}

/** A first word on the topic, or the first after long: of a day, the one that says most, and shows it. */
function spokenAgain(to: Position, before: readonly Position[], sameDay: readonly Position[]): Found | null {
  if (to !== tellingMost(sameDay)) return null;
  const last = before.findLast(tells);
  const words = { from: null, to: null };
  if (last === undefined) return before.length < LOOKED_BACK ? { kind: 'first', from: null, words } : null;
  const days = (Date.parse(to.on) - Date.parse(last.on)) / 86_400_000;
  if (days < SILENT_DAYS) return null;
  const from = tellingMost(before.filter(({ on }) => on === last.on)) ?? last;
  // An article that tells of both days shows no silence between them.
  if (from.evidence.article === to.evidence.article) return null;
  return { kind: 'silence-broken', from, words };
}

/** Without a number, a topic that only the words around it give is nothing that a quote shows. */
function tells({ isTelling, isOfTopic, isPlainlyOfTopic, quantities, evidence }: Position): boolean {
  if (!isTelling) return false;
  return evidence.act === 'states' ? isOfTopic && isPlainlyOfTopic : isOfTopic || quantities.length > 0;
}

/** What is offered, demanded or rejected tells more than what is stated; of those the first. */
function tellingMost(positions: readonly Position[]): Position | undefined {
  const telling = positions.filter(tells);
  return telling.find(({ evidence }) => evidence.act !== 'states') ?? telling[0];
}

function textOf({ evidence: { text } }: Position, span: Span | null): string {
  return span === null ? '' : textAt(text, span);
}

function toChange(
  { kind, from, words }: Found,
  to: Position,
  { side, topic }: { readonly side: string; readonly topic: string },
): PositionChange {
  const moved = isMove(kind) && from !== null;
  return {
    kind,
    side,
    topic,
    when: to.on,
    from: from?.evidence ?? null,
    to: to.evidence,
    differences: moved ? differingWords(from.evidence.text, to.evidence.text) : [],
    words: {
      from: from && words.from ? textOf(from, words.from) : null,
      to: words.to ? textOf(to, words.to) : null,
    },
  };
}
