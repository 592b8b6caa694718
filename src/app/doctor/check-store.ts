import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { plural } from '../../show/show-count.ts';
import { UserError } from '../../errors.ts';
import { DamagedText } from '../../store/damaged-text.ts';
import type { EmbeddingStamp } from '../../store/ports.ts';
import { damagedTexts, integrityFaults } from '../../store/sqlite/file/integrity.ts';
import { openReadOnly } from '../../store/sqlite/file/open-read-only.ts';
import { createSqliteStore } from '../../store/sqlite/store.ts';
import { inspectIndex, type IndexState } from '../../store/vector/inspect.ts';
import { openStore } from '../stores/open-store.ts';
import { indexFolder, storePath } from '../stores/places.ts';
import { saying, unwell, well, type Check } from './check.ts';

const MEND =
  'put a backup in its place ("parley restore FILE --force"), or delete it and ingest the articles again';
const MOST_NAMED = 5;

/** What was found about the store and its index, and what made the store's vectors where that can be told. */
export interface StoreChecks {
  readonly checks: readonly Check[];
  readonly stamp: EmbeddingStamp | null;
}

/** Looks at the whole store (its pages, references and texts) and at its index, and changes nothing. */
export async function checkStore(config: Config): Promise<StoreChecks> {
  if (config.databaseUrl !== null) return checkServer(config);
  const path = storePath(config);
  if (!existsSync(path)) {
    const found = `there is none in ${config.dataDir} yet; the first question makes it`;
    return { checks: [well('store', found)], stamp: null };
  }
  try {
    const db = openReadOnly(path);
    const store = createSqliteStore({ db, path });
    try {
      const [fault, ...more] = integrityFaults(db);
      if (fault !== undefined) {
        const others = more.length > 0 ? `, and ${more.length} more` : '';
        return { checks: [unwell('store', `damaged: ${fault}${others}`, MEND)], stamp: null };
      }
      const { articles, statements } = await store.counts();
      const held = `${plural(articles, 'article')} with ${plural(statements, 'statement')}`;
      const index = await inspectIndex({ store, dir: indexFolder(config) });
      return {
        checks: [checkTexts(held, damagedTexts(db)), checkIndex(index)],
        stamp: await store.embeddingStamp(),
      };
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { checks: [unwell('store', 'it cannot be opened', saying(error))], stamp: null };
  }
}

/** The same of a store on a server, which keeps its own pages and references whole. */
async function checkServer(config: Config): Promise<StoreChecks> {
  try {
    const { store, indexed } = await openStore(config);
    try {
      const { articles, statements } = await store.counts();
      const held = `${plural(articles, 'article')} with ${plural(statements, 'statement')} on the server`;
      const damaged: string[] = [];
      for (const id of (await store.hashes()).keys())
        await store.article(id).catch((error: unknown) => {
          if (!(error instanceof DamagedText)) throw error;
          damaged.push(id);
        });
      const { SERVER_INDEX_NOTE } = await import('../../store/postgres/vector/pgvector-index.ts');
      const isServers = (await store.note(SERVER_INDEX_NOTE)) !== null;
      const index = isServers
        ? well('index', 'kept by the server')
        : checkIndex(await inspectIndex({ store: indexed, dir: indexFolder(config) }));
      return { checks: [checkTexts(held, damaged), index], stamp: await store.embeddingStamp() };
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { checks: [unwell('store', 'it cannot be opened', saying(error))], stamp: null };
  }
}

function checkTexts(held: string, damaged: readonly string[]): Check {
  if (damaged.length === 0) return well('store', held);
  const named = damaged.slice(0, MOST_NAMED).map((id) => JSON.stringify(id));
  const others = damaged.length > MOST_NAMED ? ` and ${damaged.length - MOST_NAMED} more` : '';
  return unwell(
    'store',
    `${held}, but other texts than were read in of ${named.join(', ')}${others}`,
    'read their files again with "parley ingest": until then nothing of them is quoted',
  );
}

const ANEW = 'ask something: it is built anew from the store, and nothing is lost';

function checkIndex(state: IndexState): Check {
  if (state.kind === 'missing') return well('index', 'none yet; it is built with the next question');
  if (state.kind === 'foreign') return unwell('index', 'it is of another store', ANEW);
  if (state.kind === 'damaged') return unwell('index', `damaged: ${state.reason}`, ANEW);
  if (state.kind === 'other-model')
    return unwell('index', "it was made by another model than the store's vectors", ANEW);
  const isBehind = state.lacking + state.stale > 0;
  const behind = isBehind ? '; what changed since is read in with the next question' : '';
  return well('index', `${plural(state.count, 'vector')}${behind}`);
}
