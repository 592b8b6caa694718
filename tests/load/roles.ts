import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, mkdir, writeFile, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DEFAULT_SETTINGS, MOST_A_MINUTE } from '../../src/discord/server-settings.ts';
import { slashCommand } from '../../src/discord-double/interactions.ts';
import { quantile } from '../bench/figures.ts';
import { startDiscordDouble } from '../support/discord/discord-double.ts';
import { filled, inServer, user } from '../support/discord/discord-payloads.ts';
import { emptyDatabase } from '../support/stores/postgres-server.ts';

const FIRST_KILL_MS = 4_000;
const KILL_EVERY_MS = 10_000;
/** For so long Discord takes an answer. */
const DEADLINE_MS = 15 * 60_000;
const GOAL_MS = 1000;
const ARTICLES = 'seeds/articles';
/** Enough to be read in for as long as the interactions come. */
const COPIES = 300;
const SERVER = '920000000000000010';
const ASKED = [
  ['ask', { question: 'What did the US offer on missiles?' }],
  ['position', { side: 'US', topic: 'missiles' }],
  ['ask', { question: 'Which guarantees does Russia demand?' }],
  ['compare', { topic: 'security-guarantees' }],
  ['speaker', { name: 'Sergei Ryabkov' }],
] as const;

/**
 * Asks so many things at that rate of two gateways and two workers, of which one is killed every ten seconds, while articles are
 * read in; prints how soon they were acknowledged and answered. False where one was not answered, or too late acknowledged.
 */
export async function askRoles(interactions: number, aSecond: number): Promise<boolean> {
  // As it runs elsewhere: without a compiler.
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-older'], { stdio: 'inherit' });
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-roles-'));
  const { url, remove } = await emptyDatabase();
  const discord = await startDiscordDouble({ token: 'a.b.c' });
  const running = new Set<ChildProcess>();
  let collection = 'seeds';

  /** Starts a process; resolves when it says that it has. */
  async function start(role: string, name: string): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['dist/main.js'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ROLE: role,
        DATABASE_URL: url,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        DATA_DIR: path.join(dir, name),
        COLLECTION_DIR: collection,
      },
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    const started = new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.includes('"msg":"started"')) resolve();
        else if (/"level":[56]0/.test(line)) print(`${name}: ${line.slice(0, 400)}`);
      });
      createInterface({ input: child.stderr }).on('line', (line) => print(`${name}: ${line}`));
      child.once('exit', () => reject(new Error(`${name} ended before it started`)));
    });
    await started;
    print(`${name} started`);
    return child;
  }

  const acknowledged: number[] = [];
  const answered: number[] = [];
  let failed = 0;

  async function one(i: number): Promise<void> {
    const [name, options] = ASKED[i % ASKED.length] ?? ASKED[0];
    const by = user(`91000000000000${1000 + (i % 100)}`, `Person ${i % 100}`, false);
    const payload = inServer(slashCommand(name, filled(options), { by }), SERVER);
    const sentMs = performance.now();
    const asked = discord.interact(payload);
    await asked.callback();
    acknowledged.push(performance.now() - sentMs);
    const { body } = await asked.edited();
    if (/reference|stopped/.test(body.content)) failed++;
    answered.push(performance.now() - sentMs);
  }

  try {
    await writeCollection();
    const ingesting = await start('ingest', 'first ingest');
    await waitForArticles(3);
    print('articles are there');
    const most = JSON.stringify({ ...DEFAULT_SETTINGS, perUser: MOST_A_MINUTE, perServer: MOST_A_MINUTE });
    await query('INSERT INTO notes (name, value) VALUES ($1, $2)', [`discord.settings.${SERVER}`, most]);
    const workers = [await start('answers', 'worker 0'), await start('answers', 'worker 1')];
    await Promise.all([start('gateway', 'gateway 0'), start('gateway', 'gateway 1')]);
    await Promise.all(ASKED.map((_, i) => one(i)));
    [acknowledged.length, answered.length] = [0, 0];
    const before = await articles();
    let kills = 0;
    const stopping = new AbortController();
    const killing = (async () => {
      for (let waitMs = FIRST_KILL_MS; ; waitMs = KILL_EVERY_MS) {
        await delay(waitMs, undefined, { signal: stopping.signal });
        const at = kills % workers.length;
        workers[at]?.kill('SIGKILL');
        kills++;
        workers[at] = await start('answers', `worker ${at}`);
      }
    })().catch((error: unknown) => {
      if (!stopping.signal.aborted) throw error;
    });
    const startMs = performance.now();
    const under: Promise<void>[] = [];
    for (let i = 0; i < interactions; i++) {
      await delay(Math.max(0, startMs + (i * 1000) / aSecond - performance.now()));
      under.push(one(i));
    }
    await Promise.race([Promise.all(under), delay(DEADLINE_MS, undefined, { ref: false })]);
    stopping.abort();
    await killing;
    const left = await query('SELECT count(*)::int AS n FROM jobs');
    const edits = discord.all({ method: 'PATCH', path: /\/messages\/@original$/, status: 200 }).length;
    print(
      `${interactions} interactions at ${aSecond} a second to two gateways and two workers, ${kills} of them killed, while ` +
        `${(await articles()) - before} articles were read in: acknowledged p50 ${ms(acknowledged, 0.5)}, ` +
        `p99 ${ms(acknowledged, 0.99)}, last ${ms(acknowledged, 1)}; answered p50 ${ms(answered, 0.5)}, ` +
        `p99 ${ms(answered, 0.99)}, last ${ms(answered, 1)}; unanswered ${interactions - answered.length}, ` +
        `answered by a fault ${failed}, jobs left ${String(left)}, edits ${edits}`,
    );
    ingesting.kill('SIGTERM');
    return answered.length === interactions && failed === 0 && quantile(acknowledged, 0.99) < GOAL_MS;
  } finally {
    for (const child of running) child.kill('SIGKILL');
    while (running.size > 0) await Promise.race([...running].map((child) => once(child, 'exit')));
    await discord.stop();
    await remove();
    await rm(dir, { recursive: true, force: true });
  }

  async function query(sql: string, values: unknown[] = []): Promise<number> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<{ n: number }>(sql, values);
      return rows[0]?.n ?? 0;
    } finally {
      await client.end();
    }
  }

  async function articles(): Promise<number> {
    return query('SELECT count(*)::int AS n FROM articles');
  }

  async function waitForArticles(count: number): Promise<void> {
    while ((await articles()) < count) await delay(200);
  }

  /** The collection's articles over and over, each with a sentence of its own. */
  async function writeCollection(): Promise<void> {
    collection = path.join(dir, 'collection');
    await mkdir(path.join(collection, 'articles'), { recursive: true });
    for (const name of ['actors.yaml', 'topics.yaml'])
      await copyFile(path.join('seeds', name), path.join(collection, name));
    const files = (await readdir(ARTICLES)).filter((name) => name.endsWith('.md'));
    for (const name of files)
      await copyFile(path.join(ARTICLES, name), path.join(collection, 'articles', name));
    for (let i = 0; i < COPIES; i++) {
      const text = await readFile(path.join(ARTICLES, files[i % files.length] ?? ''), 'utf8');
      const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
      await writeFile(
        path.join(collection, 'articles', `x-copy-${i}.txt`),
        `Report number ${i} of the day.\n\n${body}`,
      );
    }
  }
}

function ms(values: readonly number[], share: number): string {
  return `${quantile(values, share).toFixed(0)} ms`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
