import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { LOOPBACK } from '../../src/domain/loopback.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { asksFor, followOf, statementsOf } from './follow-world.ts';

const CHILD = fileURLToPath(new URL('follow-child.ts', import.meta.url));
const Sent = z.object({ place: z.string(), nonce: z.string(), texts: z.array(z.string()) });

export interface FollowLoad {
  readonly follows: number;
  readonly articles: number;
  readonly kills: number;
}

/** What was counted over all that should have been told. */
export interface FollowCounted {
  readonly wanted: number;
  readonly lost: number;
  readonly twice: number;
  readonly unasked: number;
  readonly outOfOrder: number;
  readonly killed: number;
  /** Messages that came again with the nonce of one that had come. */
  readonly sentAgain: number;
  readonly messages: number;
}

/**
 * Has so many follow what comes in with so many articles, kills the process that reads and tells (`kill -9`) so many times
 * at random moments, and counts what everybody saw in a Discord that takes each nonce once.
 */
export async function followLoad({ follows, articles, kills }: FollowLoad): Promise<FollowCounted> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-follow-'));
  const store = await openSqliteStore({ path: path.join(dir, 'parley.sqlite') });
  for (let n = 0; n < follows; n++) await store.addFollow(followOf(n));
  await store.close();
  const seen = new Map<string, string[]>();
  const nonces = new Set<string>();
  let [sentAgain, killed] = [0, 0];
  const ended = { isDone: false };
  const discord = createServer((request, response) => {
    void text(request).then((body) => {
      const { place, nonce, texts } = Sent.parse(JSON.parse(body));
      if (nonces.has(`${place} ${nonce}`)) sentAgain++;
      else seen.set(place, [...(seen.get(place) ?? []), ...texts]);
      nonces.add(`${place} ${nonce}`);
      response.end('{"ok":true}');
    });
  });
  discord.listen(0, LOOPBACK);
  await once(discord, 'listening');
  const address = discord.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    while (!ended.isDone) {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', CHILD, dir, `http://${LOOPBACK}:${port}/`, String(articles)],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line === 'done') ended.isDone = true;
        // The work grows shorter with each life, so the moments do too.
        else if (line === 'ready' && killed < kills)
          setTimeout(() => child.kill('SIGKILL'), Math.random() * 1_000);
      });
      const [, signal] = await once(child, 'close');
      if (signal === 'SIGKILL' && !ended.isDone) killed++;
      else if (!ended.isDone) throw new Error('the child that should tell ended by itself');
    }
  } finally {
    discord.close();
    discord.closeAllConnections();
    await rm(dir, { recursive: true, force: true });
  }
  return { ...count(seen, follows, articles), sentAgain, killed, messages: nonces.size };
}

function count(seen: ReadonlyMap<string, readonly string[]>, follows: number, articles: number) {
  const said = [
    ...new Map(
      Array.from({ length: articles }, (_, i) => statementsOf(i))
        .flat()
        .map((one) => [one.text, one]),
    ).values(),
  ];
  const found = { wanted: 0, lost: 0, twice: 0, unasked: 0, outOfOrder: 0 };
  for (let n = 0; n < follows; n++) {
    const follow = followOf(n);
    const wanted = said.filter((one) => asksFor(follow, one)).map((one) => one.text);
    const told = seen.get(follow.place) ?? [];
    found.wanted += wanted.length;
    found.twice += told.length - new Set(told).size;
    found.lost += wanted.filter((words) => !told.includes(words)).length;
    found.unasked += told.filter((words) => !wanted.includes(words)).length;
    const order = [...new Set(told)].map((words) => wanted.indexOf(words));
    found.outOfOrder += order.filter((at, i) => i > 0 && at < (order[i - 1] ?? 0)).length;
  }
  return found;
}
