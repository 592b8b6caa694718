import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJobs } from '../../src/discord/commands/source/jobs.ts';
import { damagedTexts, integrityFaults } from '../../src/store/sqlite/file/integrity.ts';
import { openDatabase } from '../../src/store/sqlite/file/open.ts';
import { createSqliteStore } from '../../src/store/sqlite/store.ts';
import { runAndKill } from './run-and-kill.ts';

const CHILD = 'sources-child.ts';
/** Articles added in a store, one after the other. */
const ARTICLES = 60;

/**
 * Kills a process so many times, at random moments, while articles are added in Discord; each next one takes up what was
 * being added. Prints what was counted.
 *
 * @returns whether something was added, no finished article was lost, all that was begun is in the store and was told, and
 *   the store was whole after every kill
 */
export async function killWhileAdding(times: number): Promise<boolean> {
  const server = createServer(({ url = '' }, response) => {
    if (url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(url));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  const site = `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`;
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-kill-sources-'));
  try {
    const { tookMs } = await runAndKill([path.join(dir, 'whole'), site, '0', String(ARTICLES)], null, CHILD);
    let [kills, lost, faults, finished, begun, untold, left, rounds] = [0, 0, 0, 0, 0, 0, 0, 0];
    while (kills < times) {
      const data = path.join(dir, `adding-${rounds++}`);
      const said: string[] = [];
      const of = (what: string): Set<string> =>
        new Set(said.flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : [])));
      for (let isDone = false; !isDone;) {
        const next = of('begun').size;
        const last = kills >= times;
        const afterMs = last ? null : Math.random() * tookMs * Math.max(1 - next / ARTICLES, 0.1);
        // When there were kills enough, what is under way is taken up and nothing new begun.
        const ended = await runAndKill(
          [data, site, String(next), String(last ? next : ARTICLES)],
          afterMs,
          CHILD,
        );
        said.push(...ended.saved);
        isDone = !ended.killed;
        kills += Number(ended.killed);
        const found = await look(data);
        faults += found.faults;
        lost += [...of('article')].filter((url) => !found.urls.has(url)).length;
        if (!isDone) continue;
        left += found.jobs;
        begun += next;
        finished += of('article').size;
        lost += [...of('begun')].filter((n) => !found.urls.has(`${site}/${n}`)).length;
        untold += [...of('begun')].filter((n) => !of('told').has(n)).length;
      }
      await rm(data, { recursive: true, force: true });
    }
    process.stdout.write(
      `adding in Discord: ${kills} kills; ${finished} articles finished and ${begun} begun in ${rounds} stores; ` +
        `lost ${lost}, not told ${untold}, left under way ${left}, faults in the store ${faults}\n`,
    );
    return finished > 0 && lost + untold + left + faults === 0;
  } finally {
    server.close();
    await rm(dir, { recursive: true, force: true });
  }
}

async function look(dir: string): Promise<{ urls: ReadonlySet<string>; jobs: number; faults: number }> {
  const file = path.join(dir, 'parley.sqlite');
  const db = openDatabase({ path: file });
  const store = createSqliteStore({ db, path: file });
  try {
    const faults = integrityFaults(db).length + damagedTexts(db).length;
    const urls = new Set((await store.sources()).flatMap(({ url }) => (url === null ? [] : [url])));
    return { urls, jobs: (await readJobs(store)).length, faults };
  } finally {
    await store.close();
  }
}

const pageOf = (url: string): string =>
  `<html><head><title>Round ${url}</title></head><body><article><h1>Round ${url}</h1>` +
  Array.from(
    { length: 30 },
    (_, n) => `<p>“We ask for ${url.slice(1)}${n} crowns,” said the envoy in round ${n}.</p>`,
  ).join('') +
  '</article></body></html>';
