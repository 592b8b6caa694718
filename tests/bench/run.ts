import { parseArgs } from 'node:util';
import os from 'node:os';
import { benchAsk } from './ask.ts';
import { benchExtraction } from './extraction.ts';
import { benchCompose } from './compose.ts';
import { benchIngestion } from './ingestion.ts';
import { benchMadeStore } from './made-store.ts';
import { benchPeers } from './peers.ts';
import { benchScale } from './scale.ts';
import { benchStart } from './start.ts';
import { benchSameWords, benchVerify } from './verify.ts';
import { benchWeb } from './web.ts';

/**
 * How many passages the large store gets; fewer for a quick look. With `--peers` others are measured beside Parley, and nothing
 * else; with `--made FOLDER` a store of that many made passages, with the words of the texts there, and nothing else.
 */
const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '100000' },
    peers: { type: 'boolean', default: false },
    made: { type: 'string' },
  },
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const [cpu] = os.cpus();
print(`${cpu?.model ?? 'unknown processor'}, ${os.cpus().length} cores, Node ${process.version}`);
if (values.peers) {
  await benchPeers(Number(values.passages), print);
  process.exit();
}
if (values.made !== undefined) {
  await benchMadeStore(Number(values.passages), values.made, print);
  process.exit();
}
await benchStart(print);
await benchIngestion(print);
await benchExtraction(print);
await benchAsk(print);
await benchCompose(print);
await benchVerify(print);
await benchSameWords(print);
await benchWeb(print);
await benchScale(Number(values.passages), print);
print(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
