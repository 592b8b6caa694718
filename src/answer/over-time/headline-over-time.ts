import { saidOn, type Evidence } from '../../domain/answer.ts';
import type { PositionChange } from '../../domain/position-change.ts';
import { whoOf } from '../headline.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "4 November 2025". */
function written(day: string): string {
  return DAY.format(new Date(day));
}

function whatOf(evidence: Evidence): string {
  const on = saidOn(evidence);
  const act = evidence.act ?? 'states';
  return `${whoOf(evidence) ?? 'Somebody'} ${act === 'states' ? 'states it' : act}${on === null ? '' : `, ${written(on)}`}`;
}

/** What a statement replaces, as its changes show it: "before, on 8 October 2025: $50 billion". */
function replacedBy(changes: readonly PositionChange[]): string {
  const parts = changes.flatMap(({ kind, from, words }) => {
    const on = from === null ? null : saidOn(from);
    if (from === null || on === null) return [];
    if (kind === 'number' && words.from !== null)
      return [`before, on ${written(on)}: ${words.from}, now ${words.to ?? ''}`];
    if (kind === 'act') return [`before, on ${written(on)}: ${from.act ?? 'states'}`];
    if (kind === 'condition-added' && words.to !== null) return [`with a condition since ${written(on)}`];
    if (kind === 'condition-dropped' && words.from !== null)
      return [`before, on ${written(on)}: “${words.from}”`];
    return kind === 'silence-broken' ? [`the first word since ${written(on)}`] : [];
  });
  return parts.length === 0 ? '' : `; ${[...new Set(parts)].join('; ')}`;
}

/** The line above what is said now: who, what and when, and what it replaces. */
export function headlineOfNow(
  newest: Evidence,
  changes: readonly PositionChange[],
  replaces: Evidence | null,
): string {
  const shown = replacedBy(changes);
  const on = replaces === null ? null : saidOn(replaces);
  const before = shown === '' && on !== null ? `; before that, ${written(on)}` : shown;
  return `The newest: ${whatOf(newest)}${before}.`;
}

/** The line above changes, the newest first. */
export function headlineOfChanges(changes: readonly PositionChange[], since: string | null): string {
  const [newest] = changes;
  if (newest === undefined) return `No change found${since === null ? '' : ` since ${written(since)}`}.`;
  const same = changes.filter(({ to }) => to.article === newest.to.article && to.start === newest.to.start);
  const more = new Set(changes.map(({ to }) => `${to.article} ${to.start}`)).size - 1;
  const others =
    more === 0
      ? ''
      : ` ${more} more change${more === 1 ? '' : 's'}${since === null ? '' : ` since ${written(since)}`}.`;
  return `Changed: ${whatOf(newest.to)}${replacedBy(same)}.${others}`;
}
