import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../../src/store/ports.ts';

/** PostgreSQL within this process for the tests of a file: what runs wherever Node does. */
export function usePglite(options: PGliteOptions = {}) {
  let db: PGlite;
  let server: PGLiteSocketServer;
  beforeAll(async () => {
    db = await PGlite.create(options);
    server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 20 });
    await server.start();
  });
  afterAll(async () => {
    await server.stop();
    await db.close();
  });
  const url = (): string => `postgres://postgres@${server.getServerConn()}/postgres`;
  return {
    url,
    db: (): PGlite => db,
    /** It has one session for all, so each test has the tables where they are made by themselves. */
    openStore: async (): Promise<Store> => {
      await db.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
      return openPostgresStore(url());
    },
  };
}
