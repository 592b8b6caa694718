import type { Actors } from '../../domain/actor.ts';
import type { Topic } from '../../domain/topic.ts';
import { createOwnActReader, type OwnActOf } from './own-act.ts';
import { type ActOf, createActReader } from './read-act.ts';

/** What reads the act of a statement: by cue, content and source first, then by what its own words do. */
export interface ActReaders {
  readonly actOf: ActOf;
  readonly ownActOf: OwnActOf;
}

/**
 * Creates the readers of acts for a negotiation.
 *
 * @param without ids of rules and names of `OWN_ACT_PARTS` left out, to see what each gains
 */
export function createActReaders(
  actors: Actors,
  topics: readonly Topic[],
  without?: ReadonlySet<string>,
): ActReaders {
  return {
    actOf: createActReader(actors.sides, without),
    ownActOf: createOwnActReader(actors, topics, without),
  };
}
