import { parseArgs } from 'node:util';
import { killTimes } from './kill.ts';

/** `npm run load`: questions while articles are read in; with `--kill N`: N times `kill -9` during each kind of writing. */
const { values } = parseArgs({ options: { kill: { type: 'string' } } });

if (values.kill === undefined) await import('./interactions.ts');
else if (!/^[1-9]\d{0,5}$/.test(values.kill)) {
  process.stderr.write(`--kill takes how often, such as 50; found ${JSON.stringify(values.kill)}\n`);
  process.exitCode = 2;
} else if (!(await killTimes(Number(values.kill)))) process.exitCode = 1;
