import { casual } from 'chrono-node/en';
import type { Span } from '../../text/span.ts';
import { stemOf } from '../../text/words/words.ts';
import { asksForChanges, withoutVagueTime } from './change-asked.ts';
import { asksForLatest } from './question-kind.ts';

/** What a question asks of the order in which things were said. */
export interface TimeAsked {
  /** What is said now, or what changed. */
  readonly of: 'now' | 'changes';
  /** Whether what was said before may have been taken back: "still", "no longer". */
  readonly isStill: boolean;
  /** The first day that is asked for, `YYYY-MM-DD`; null for none. */
  readonly since: string | null;
  /** The clause without the words that tell that day. */
  readonly clause: string;
}

const DAY_MS = 86_400_000;

/** "Does Bonn still want …": asked of what somebody does, not of what can be. */
const STILL =
  /^(?:so |and |but )?(?:is|are|does|do|did|has|have|isn't|aren't|doesn't|don't)\b.*\b(?:still|no longer|any ?more)\b/i;
/** Words that ask for the order in which things were said, and for what one holds: none of them is what it is about. */
const FRAME_STEMS: ReadonlySet<string> = new Set(
  (
    'now still longer anymore latest newest recent recently current currently moment today nowadays change changed ' +
    'move moved movement shift shifted new news update development position stance line view mind tone attitude ' +
    'bid word final last far days budge soften harden evolve way table different keep ground give backtrack backpedal walk ' +
    'climb relent waver concession turn happen catch miss same earlier previous round compare drop raise lower improve ' +
    'revise abandon reverse unchanged progress otherwise differently make made'
  )
    .split(' ')
    .map(stemOf),
);

/** Whether a stem is of a word that asks for the time, not for a matter. */
export function isTimeWord(stem: string): boolean {
  return FRAME_STEMS.has(stem);
}

const SINCE = /\b(?:since|after|from) (?:about |around |the )?/gi;
const LATELY = /\b(?:in|over|during|within) the (?:last|past) (?:(\d{1,3}) )?(day|week|month)s?\b/i;
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/**
 * What a question asks of the order in which things were said; null for one that does not.
 *
 * @param clause as `askedClause` gives it
 * @param today `YYYY-MM-DD`, from which "Monday" is worked out
 * @param newest the day of the newest article: a day without a year is the last one before it
 */
export function timeAsked(clause: string, today: string, newest: string | null): TimeAsked | null {
  const named = sinceAsked(clause, today, newest ?? today);
  const rest =
    named === null
      ? clause
      : `${clause.slice(0, named.start)} ${clause.slice(named.end)}`
          .replace(/\s+/g, ' ')
          .replace(/ (?=[?.,!])/g, '')
          .trim();
  const isStill = STILL.test(rest);
  const of = asksForChanges(clause) ? 'changes' : 'now';
  if (of === 'now' && !isStill && named === null && !asksForLatest(rest)) return null;
  return { of, isStill, since: named?.day ?? null, clause: of === 'now' ? rest : withoutVagueTime(rest) };
}

/** "In", "back in the", "since about": before what tells a time. */
const BEFORE_TIME = /(?:\b(?:in|on|at|by|since|before|after|during|until|from|back|about|around|the)\s+)+$/i;

/** Where a text first tells a time ("in October", "last week"), with the words that lead to it; null for none. */
export function findTimeNamed(text: string): Span | null {
  const found = casual.parse(text, { instant: new Date(), timezone: 0 })[0];
  if (found === undefined) return null;
  const lead = BEFORE_TIME.exec(text.slice(0, found.index))?.[0].length ?? 0;
  return { start: found.index - lead, end: found.index + found.text.length };
}

interface NamedSince {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

function sinceAsked(clause: string, today: string, newest: string): NamedSince | null {
  const lately = LATELY.exec(clause);
  if (lately) {
    const days = Number(lately[1] ?? 1) * (DAYS[lately[2]?.toLowerCase() ?? 'day'] ?? 1);
    const end = lately.index + lately[0].length;
    return { day: dayOf(Date.parse(today) - days * DAY_MS), start: lately.index, end };
  }
  const instant = new Date(`${today}T12:00:00Z`);
  for (const { 0: opening, index } of clause.matchAll(SINCE)) {
    const at = index + opening.length;
    const found = casual.parse(clause.slice(at), { instant, timezone: 0 })[0];
    if (found?.index !== 0) continue;
    const [year, month, day] = [found.start.get('year'), found.start.get('month'), found.start.get('day')];
    if (year === null || month === null || day === null) continue;
    // "From now on", "after next week": days to come.
    const isPast = (time: number, bound: string): boolean => dayOf(time) <= bound;
    const start = index;
    const end = at + found.text.length;
    if (found.start.isCertain('month') && !found.start.isCertain('year')) {
      const last = [0, 1, 2].map((ago) => Date.UTC(Number(newest.slice(0, 4)) - ago, month - 1, day));
      const time = last.find((one) => isPast(one, newest));
      if (time !== undefined) return { day: dayOf(time), start, end };
      continue;
    }
    const time = Date.UTC(year, month - 1, day);
    if (isPast(time, today)) return { day: dayOf(time), start, end };
    // "Since Friday", said on a Monday, is the last one.
    if (found.start.isCertain('weekday')) return { day: dayOf(time - 7 * DAY_MS), start, end };
  }
  return null;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
