import { createDirectory } from '../../../src/parties/directory.ts';
import { createNames } from '../../../src/parties/name-patterns.ts';
import type { Known } from '../../../src/answer/compose/checks/check-claim.ts';
import { readSource, readWords, type Source, type Words } from '../../../src/answer/compose/checks/claim.ts';
import type { Evidence } from '../../../src/domain/answer.ts';
import { SEEDS } from '../collection.ts';
import { evidence } from '../fake-app.ts';
import { createMemoryStore } from '../stores/memory-store.ts';

const { actors } = SEEDS;

/** The collection's people and sides, before anybody said anything. */
export const directory = createDirectory({ store: createMemoryStore(), actors });

/** The collection's people and sides, as claims are read with them. */
export const KNOWN: Known = { names: createNames(actors), actors: actors.actors };

export const words = (text: string): Words => readWords(text, KNOWN.names);

/** An evidence item of that text, read; Sherman's own words where nothing else is said. */
export function source(text: string, fields: Partial<Evidence> = {}): Source {
  return readSource(evidence({ act: 'states', ...fields, text }), KNOWN.names, KNOWN.actors);
}
