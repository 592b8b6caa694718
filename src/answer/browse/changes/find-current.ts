import type { CurrentStatement } from '../../../domain/position-change.ts';
import { ACTS } from '../../../domain/statement.ts';
import type { Position } from './read-position.ts';

/**
 * The latest of each act, the newest first, but what states no number behind what takes a stand; of one day and act the
 * first, which is what the article leads with.
 */
export function findCurrent(positions: readonly Position[]): CurrentStatement[] {
  const telling = positions.filter(({ isTelling }) => isTelling);
  const current = ACTS.flatMap((act) => {
    const same = telling.filter(({ evidence }) => evidence.act === act);
    const day = same.at(-1)?.on;
    const last = same.find(({ on }) => on === day);
    if (day === undefined || last === undefined) return [];
    const before = same.findLast(({ on, evidence }) => on < day && evidence.text !== last.evidence.text);
    const isAside = last.quantities.length === 0 && (act === 'states' || !last.isOnTopic);
    return [{ on: day, isAside, act, evidence: last.evidence, replaces: before?.evidence ?? null }];
  });
  return current
    .toSorted((a, b) => Number(a.isAside) - Number(b.isAside) || b.on.localeCompare(a.on))
    .map(({ act, evidence, replaces }) => ({ act, evidence, replaces }));
}
