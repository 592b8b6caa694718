import { fileURLToPath } from 'node:url';
import { readCollection } from '../../src/ingest/collection.ts';

/** The actors and topics that come with Parley. */
export const SEEDS = await readCollection(fileURLToPath(new URL('../../seeds', import.meta.url)));
