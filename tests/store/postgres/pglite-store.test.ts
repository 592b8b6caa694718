import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../../src/store/ports.ts';
import { followContract } from '../../contracts/follows.ts';
import { storeContract } from '../../contracts/store.ts';

/** PostgreSQL within this process: what runs wherever Node does. */
let db: PGlite;
let server: PGLiteSocketServer;
let url = '';
beforeAll(async () => {
  db = await PGlite.create();
  server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 20 });
  await server.start();
  url = `postgres://postgres@${server.getServerConn()}/postgres`;
});
afterAll(async () => {
  await server.stop();
  await db.close();
});

/** It has one session for all, so each test has the tables where they are made by themselves. */
async function open(): Promise<Store> {
  await db.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  return openPostgresStore(url);
}

storeContract('the PostgreSQL store on PGlite', open);
followContract('the PostgreSQL store on PGlite', open);
