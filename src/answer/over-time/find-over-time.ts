import { saidOn, type Evidence } from '../../domain/answer.ts';
import { isMove, type PositionChange } from '../../domain/position-change.ts';
import type { Act } from '../../domain/statement.ts';
import type { Position } from '../browse/changes/read-position.ts';
import type { SaidOverTime } from '../browse/changes/track-changes.ts';
import type { TimeAsked } from '../read/time-asked.ts';
import type { Ranked } from '../score/score.ts';

/** Something said with when, and how it fits what is asked. */
export interface Told {
  readonly evidence: Evidence;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Where it is of a side's position: that, and all that the side said on the topic. */
  readonly position: Position | null;
  readonly of: SaidOverTime | null;
  /** Whether it takes no stand and has no number. */
  readonly isAside: boolean;
  /** How far its score lies below the best. */
  readonly below: number;
}

/** How far below the best of the ranking something may lie and be about what is asked. */
const WITHIN = { stand: 8, aside: 5, open: 4 } as const;
/** So near to the best, what only states tells what is asked for. */
const NEAR_BEST = 3;
/** What is no position, as it is shown. */
export type Shown = (items: readonly Ranked[]) => Promise<readonly Evidence[]>;

/**
 * What was said by those who are asked for, on what is asked for: positions, and what else comes near the ranking's best;
 * newest first, asides last.
 *
 * @param own what is nobody else's, best first; where more than a topic is asked for, positions have to come near its best,
 * too, and where not, it is empty
 */
export async function findOverTime(
  chains: readonly SaidOverTime[],
  own: readonly Ranked[],
  speakers: readonly string[],
  show: Shown,
): Promise<readonly Told[]> {
  const best = own[0]?.score ?? 0;
  const belowOf = ({ article, start, end }: Evidence): number =>
    Math.min(
      Infinity,
      ...own
        .filter(
          ({ candidate: { article: of, sentence } }) =>
            of.id === article && sentence.start < end && start < sentence.end,
        )
        .map(({ score }) => best - score),
    );
  const isBy = ({ speaker }: Evidence): boolean =>
    speakers.length === 0 || (speaker !== null && speakers.includes(speaker));
  const positions = chains.flatMap((of) =>
    of.positions
      .filter(({ isTelling, evidence }) => (isTelling || speakers.length > 0) && isBy(evidence))
      .map((position): Told => {
        const { evidence, on, quantities } = position;
        const below = belowOf(evidence);
        const isAside = evidence.act === 'states' && quantities.length === 0 && !(below <= NEAR_BEST);
        return { evidence, on, position, of, isAside, below };
      }),
  );
  const borne = positions.filter(
    ({ isAside, below }) => own.length === 0 || below <= (isAside ? WITHIN.aside : WITHIN.stand),
  );
  const others = own.filter(({ score, named, fits }) => {
    const within = fits.asked === 1 ? WITHIN.aside : named ? WITHIN.open : -1;
    return best - score <= within;
  });
  const shown = (await show(others)).flatMap((evidence): Told[] => {
    const on = saidOn(evidence);
    const isKnown = positions.some(({ evidence: one }) => overlap(one, evidence));
    if (on === null || isKnown) return [];
    const below = belowOf(evidence);
    const isAside = evidence.act === 'states' && below > NEAR_BEST;
    return [{ evidence, on, position: null, of: null, isAside, below }];
  });
  return [...borne, ...shown].toSorted(
    (a, b) =>
      Number(a.isAside) - Number(b.isAside) ||
      b.on.localeCompare(a.on) ||
      (own.length === 0 ? 0 : a.below - b.below) ||
      a.evidence.start - b.evidence.start,
  );
}

/** Acts that go one way: who agrees to a thing offers it no longer, but has not moved away from it. */
const WAYS: readonly ReadonlySet<Act>[] = [
  new Set<Act>(['offers', 'agrees']),
  new Set<Act>(['rejects', 'denies']),
];

/** Those of the act that is asked for where there are some; whether one still does a thing is told by the newest of all. */
export function ofAct(found: readonly Told[], { isStill, of }: TimeAsked, act: Act | null): readonly Told[] {
  if (act === null || isStill || of === 'changes') return found;
  const way = WAYS.find((acts) => acts.has(act)) ?? new Set([act]);
  // A number that a side states is mostly what it offers or demands.
  const same = found.filter(
    ({ evidence: { act: done }, isAside }) =>
      done !== null && (way.has(done) || (done === 'states' && !isAside)),
  );
  return same.length > 0 ? same : found;
}

/** What changed by what was found, the newest first. */
export function changesAmong(found: readonly Told[]): PositionChange[] {
  const isFound = ({ to }: PositionChange): boolean => found.some(({ evidence }) => isSame(evidence, to));
  return [...new Set(found.flatMap(({ of }) => of ?? []))]
    .flatMap((of) => of.changes.filter(isFound))
    .filter(({ kind }) => isMove(kind))
    .toSorted((a, b) => b.when.localeCompare(a.when));
}

/** Whether both stand at the same place. */
export function isSame(a: Evidence, b: Evidence): boolean {
  return a.article === b.article && a.start === b.start;
}

function overlap(a: Evidence, b: Evidence): boolean {
  return a.article === b.article && a.start < b.end && b.start < a.end;
}
