import { parseArgs } from 'node:util';
import os from 'node:os';
import { benchAsk } from './ask.ts';
import { benchExtraction } from './extraction.ts';
import { benchCompose } from './compose.ts';
import { benchIngestion } from './ingestion.ts';
import { benchScale } from './scale.ts';
import { benchStart } from './start.ts';
import { benchSameWords, benchVerify } from './verify.ts';
import { benchWeb } from './web.ts';

/** How many passages the large store gets; fewer for a quick look. */
const { values } = parseArgs({ options: { passages: { type: 'string', default: '100000' } } });

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const [cpu] = os.cpus();
print(`${cpu?.model ?? 'unknown processor'}, ${os.cpus().length} cores, Node ${process.version}`);
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
