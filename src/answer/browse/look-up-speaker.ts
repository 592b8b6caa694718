import type { Evidence, SpeakerAnswer } from '../../domain/answer.ts';
import { findActor } from '../../domain/name.ts';
import type { Filters } from '../../domain/question.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Store } from '../../store/ports.ts';
import type { Directory } from '../../parties/directory.ts';
import { nearestActors, resolveLimit, resolveTopic } from '../resolve-filters.ts';
import type { Stated } from '../show-statements.ts';

/** Names suggested for one that nobody has. */
const SUGGESTIONS = 3;

export interface SpeakerDependencies {
  readonly store: Pick<Store, 'statements'>;
  readonly stated: Stated;
  readonly directory: () => Promise<Directory>;
  readonly topics: readonly Topic[];
}

/** As the store has those of one name: by article, newest first, then as they stand in it. */
function newestFirst(a: Evidence, b: Evidence): number {
  return (
    (b.published ?? '').localeCompare(a.published ?? '') ||
    a.article.localeCompare(b.article, 'en') ||
    a.start - b.start
  );
}

export type Speaker = (name: string, filters?: Pick<Filters, 'topic' | 'limit'>) => Promise<SpeakerAnswer>;

/**
 * Looks somebody up by name, alias or surname: who it is, and all that they said, newest first (without `limit`: all).
 * Nobody of that name is a value with the nearest names.
 *
 * The function throws `UsageError` for an unknown topic or a limit that cannot be.
 */
export function createSpeaker({ store, stated, directory, topics }: SpeakerDependencies): Speaker {
  return async (name, filters = {}) => {
    const topic = filters.topic === undefined ? undefined : resolveTopic(filters.topic, topics);
    const limit = filters.limit === undefined ? Infinity : resolveLimit(filters.limit);
    const { actors, namesOf } = await directory();
    const actor = findActor(name, actors.actors);
    if (!actor) {
      return { speaker: null, statements: [], suggestions: nearestActors(name, actors.actors, SUGGESTIONS) };
    }
    const names = namesOf(actor.name);
    const said = await Promise.all(names.map((speaker) => store.statements({ speaker, topic })));
    const chosen = said.length > 1 ? said.flat() : (said[0] ?? []).slice(0, limit);
    const shown = await stated(chosen);
    const sorted = said.length > 1 ? shown.toSorted(newestFirst).slice(0, limit) : shown;
    return {
      speaker: { name: actor.name, side: actor.side, aliases: actor.aliases },
      statements: sorted.map((one, i) => ({ ...one, n: i + 1 })),
      suggestions: [],
    };
  };
}
