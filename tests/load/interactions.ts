import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { createCollections } from '../../src/app/collections.ts';
import { readConfig } from '../../src/config.ts';
import { createBot } from '../../src/discord/bot.ts';
import { renderBatch, withMatrix } from '../../src/discord/render/render-batch.ts';
import { messageOptions } from '../../src/discord/layout/message-options.ts';
import { DEFAULT_SETTINGS, MOST_A_MINUTE, writeSettings } from '../../src/discord/server-settings.ts';
import { quantile } from '../bench/figures.ts';
import { startDiscordDouble } from '../support/discord/discord-double.ts';
import { slashCommand } from '../../src/discord-double/interactions.ts';
import { filled, inServer, user, type OptionValue } from '../support/discord/discord-payloads.ts';

const INTERACTIONS = 500;
const IDLE_INTERACTIONS = 150;
/** Enough to be read in for as long as the interactions come. */
const ARTICLES_READ = 400;
/** Nobody has as many: all of a morning's within minutes. */
const DIGESTS_A_SECOND = 5;
const DIGEST_QUOTES = 8;
const SERVERS = 10;
/** So many of them may have a collection of their own. */
const OWN = 2;
const PEOPLE = 100;
const GOAL_MS = 1000;
const NEVER_OVER_MS = 2500;
const DEADLINE_MS = 180_000;
const ARTICLES = 'seeds/articles';

/** What people ask; each kind in turn. */
const ASKED: readonly (readonly [string, Readonly<Record<string, OptionValue>>])[] = [
  ['ask', { question: 'What did the US offer on missiles?' }],
  ['ask', { question: 'Which guarantees does Russia demand?' }],
  ['position', { side: 'US', topic: 'missiles' }],
  ['ask', { question: 'What did Sherman say about the open door of NATO?' }],
  ['compare', { topic: 'security-guarantees' }],
  ['ask', { question: 'What did Xi Jinping say about Taiwan?' }],
  ['verify', { quote: 'We need ironclad, legally relevant guarantees' }],
  ['speaker', { name: 'Sergei Ryabkov' }],
  ['ask', { question: 'Does Moscow plan to attack Ukraine?' }],
  ['timeline', { topic: 'sanctions' }],
];

interface Round {
  /** Milliseconds from the interaction to its acknowledgement, and to its answer. */
  readonly acknowledged: readonly number[];
  readonly answered: readonly number[];
  readonly unanswered: number;
  /** From the first interaction to the last answer: sent from the same thread, they come later than asked where it is busy. */
  readonly tookMs: number;
}

const dir = await mkdtemp(path.join(tmpdir(), 'parley-load-'));
const log = pino({ level: 'error' });
const data = path.join(dir, 'data');
const collections = await createCollections(readConfig({ DATA_DIR: data }), log);
const app = collections.shared;
/** How many answers have what another server's articles alone have, and how many what their own have. */
let [crossed, own] = [0, 0];
const discord = await startDiscordDouble();
const { apiUrl, token } = discord;
const bot = createBot({
  app,
  collections,
  token,
  apiUrl,
  guildId: null,
  logQuestions: false,
  readerUrl: null,
  log,
});
const deadline = AbortSignal.timeout(DEADLINE_MS);
const reading = new AbortController();

/** Asks as many do while nothing else happens, while digests go out, and while articles are read in. */
export async function askAll(ownCollections: boolean, aSecond: number): Promise<void> {
  try {
    await app.ingest([]);
    for (let server = 0; server < SERVERS; server++) {
      const most = { perUser: MOST_A_MINUTE, perServer: MOST_A_MINUTE };
      const ties = ownCollections && server < OWN ? await begin(server) : {};
      await writeSettings(app, serverId(server), { ...DEFAULT_SETTINGS, ...most, ...ties });
    }
    await bot.start();
    await interact(ASKED.length, aSecond);
    const idle = await interact(IDLE_INTERACTIONS, aSecond);
    const digests = await whileDigestsGoOut(() => interact(IDLE_INTERACTIONS, aSecond));
    const memoryBefore = memory();

    let isReading = true;
    const folder = await manyArticles();
    const ingestion = app.ingest([folder], { signal: reading.signal }).finally(() => {
      isReading = false;
    });
    const busy = await interact(INTERACTIONS, aSecond);
    const outlasted = isReading;
    reading.abort();
    const { results } = await ingestion;
    await interact(IDLE_INTERACTIONS, aSecond);
    const memoryAfter = memory();

    const line = (name: string, round: Round): string =>
      `${name}: ${round.acknowledged.length} interactions at ${aSecond} a second, in ${(round.tookMs / 1000).toFixed(1)} s; acknowledged p50 ${ms(round.acknowledged, 0.5)}, ` +
      `p99 ${ms(round.acknowledged, 0.99)}, last ${ms(round.acknowledged, 1)}; answered p50 ${ms(round.answered, 0.5)}, ` +
      `p99 ${ms(round.answered, 0.99)}; unanswered ${round.unanswered}`;
    print(line('idle', idle));
    print(line(`while ${digests.sent} digests go out`, digests.round));
    print(line('while articles are read in', busy));
    print(
      `read in meanwhile: ${results.length} articles${outlasted ? '' : ', done before the last interaction'}; ` +
        `heap ${memoryBefore} MB before, ${memoryAfter} MB after`,
    );
    const worst = Math.max(...busy.acknowledged);
    const goal = quantile(busy.acknowledged, 0.99) < GOAL_MS ? 'met' : 'missed';
    print(`goal: p99 of the acknowledgement below ${GOAL_MS} ms, never over ${NEVER_OVER_MS} ms: ${goal}`);
    if (busy.unanswered + digests.round.unanswered + idle.unanswered > 0 || worst > NEVER_OVER_MS)
      process.exitCode = 1;
    if (!ownCollections) return;
    print(
      `${OWN} of ${SERVERS} servers with collections of their own: ${own} answers from these, ${crossed} crossed`,
    );
    if (crossed > 0 || own === 0) process.exitCode = 1;
  } finally {
    reading.abort();
    await bot.stop();
    await discord.stop();
    await collections.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** What each server's own articles have in their titles, and no others. */
const mark = (server: number): string => `Gazette${server}`;

/** A collection of a server's own: the articles that come with Parley, each with its mark. */
async function begin(server: number): Promise<object> {
  const key = await collections.make();
  const folder = path.join(data, 'collections', key);
  for (const table of ['actors.yaml', 'topics.yaml'])
    await cp(path.join('seeds', table), path.join(folder, table));
  for (const name of (await readdir(ARTICLES)).filter((file) => file.endsWith('.md'))) {
    const text = await readFile(path.join(ARTICLES, name), 'utf8');
    await writeFile(
      path.join(folder, 'articles', name),
      text.replace(/^title: .*$/m, `title: ${mark(server)} ${name}`),
    );
  }
  await collections.use(key, (opened) => opened.ingest([]));
  return { collections: [{ key, name: 'own' }], collection: key };
}

/** Has digests drawn and written, one after the other with a pause, while others ask. */
async function whileDigestsGoOut(
  ask: () => Promise<Round>,
): Promise<{ readonly round: Round; readonly sent: number }> {
  const quotes = (await app.statements()).slice(0, DIGEST_QUOTES);
  const under = { isOn: true, sent: 0 };
  const telling = (async () => {
    while (under.isOn) {
      const batch = { pace: 'daily', nonce: String(under.sent), quotes, procedural: [] } as const;
      messageOptions(await withMatrix(renderBatch(batch, app), app));
      under.sent++;
      await delay(1000 / DIGESTS_A_SECOND);
    }
  })();
  const round = await ask();
  under.isOn = false;
  await telling;
  return { round, sent: under.sent };
}

/** Sends so many interactions, evenly in time, whether or not those before are answered. */
async function interact(count: number, aSecond: number): Promise<Round> {
  discord.recorded.length = 0;
  const acknowledged: number[] = [];
  const answered: number[] = [];
  const startMs = performance.now();
  const under: Promise<void>[] = [];
  for (let i = 0; i < count; i++) {
    await delay(Math.max(0, startMs + (i * 1000) / aSecond - performance.now()));
    under.push(one(i, acknowledged, answered));
  }
  const late = new Promise((resolve) => deadline.addEventListener('abort', resolve, { once: true }));
  await Promise.race([Promise.all(under), late]);
  return {
    acknowledged,
    answered,
    unanswered: count - answered.length,
    tookMs: performance.now() - startMs,
  };
}

async function one(i: number, acknowledged: number[], answered: number[]): Promise<void> {
  const [name, options] = ASKED[i % ASKED.length] ?? ['help', {}];
  const by = user(`91000000000000${1000 + (i % PEOPLE)}`, `Person ${i % PEOPLE}`, false);
  const payload = inServer(slashCommand(name, filled(options), { by }), serverId(i % SERVERS));
  const sentMs = performance.now();
  const asked = discord.interact(payload);
  await asked.callback();
  acknowledged.push(performance.now() - sentMs);
  const { body } = await asked.edited();
  const told = JSON.stringify(body);
  for (let server = 0; server < OWN; server++) {
    if (!told.includes(mark(server))) continue;
    if (server === i % SERVERS) own++;
    else crossed++;
  }
  if (/reference|stopped/.test(body.content)) return;
  answered.push(performance.now() - sentMs);
}

/** The collection's articles over and over, each with a sentence of its own. */
async function manyArticles(): Promise<string> {
  const folder = await mkdtemp(path.join(dir, 'articles-'));
  const files = (await readdir(ARTICLES)).filter((name) => name.endsWith('.md'));
  for (let i = 0; i < ARTICLES_READ; i++) {
    const text = await readFile(path.join(ARTICLES, files[i % files.length] ?? ''), 'utf8');
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
    await writeFile(path.join(folder, `copy-${i}.txt`), `Report number ${i} of the day.\n\n${body}`);
  }
  return folder;
}

function serverId(server: number): string {
  return `9200000000000000${10 + server}`;
}

function ms(values: readonly number[], share: number): string {
  return `${quantile(values, share).toFixed(0)} ms`;
}

/** In use after what is no longer needed is gone. */
function memory(): string {
  discord.recorded.length = 0;
  globalThis.gc?.();
  return (process.memoryUsage().heapUsed / 1e6).toFixed(0);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
