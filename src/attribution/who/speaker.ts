import type { SpeakerKind } from '../../domain/statement.ts';
import type { Person } from './cast/find-person.ts';

/** Whom a source was found to mean. */
export interface Speaker {
  readonly speaker: string | null;
  /** What that name is; null without one. */
  readonly kind: SpeakerKind | null;
  /** The sides for which they speak: several where people of several speak together. */
  readonly sides: readonly string[];
  /** The people behind it; none for bodies and sides. */
  readonly persons: readonly Person[];
  readonly plural: boolean;
}

export const NOBODY: Speaker = { speaker: null, kind: null, sides: [], persons: [], plural: false };

/** A side itself, or somebody of it without a name. */
export const ofSide = (side: string | null): Speaker => ({ ...NOBODY, sides: side === null ? [] : [side] });

/** A body as it is named, and the side it speaks for; `kind` null where the name does not show that it is one. */
export const ofBody = (name: string, side: string | null, kind: SpeakerKind | null = 'body'): Speaker => ({
  ...ofSide(side),
  speaker: name,
  kind,
});

/** Several people as one speaker: their names joined, their sides together. */
export function ofPersons(persons: readonly Person[]): Speaker {
  const sides = new Set(persons.flatMap(({ side }) => side ?? []));
  return {
    speaker: persons.map(({ name }) => name).join(' and ') || null,
    kind: persons.length > 0 ? 'person' : null,
    sides: [...sides],
    persons,
    plural: persons.length > 1,
  };
}
