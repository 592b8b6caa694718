import { parseArgs } from 'node:util';
import { followLoad } from './follow.ts';
import { killWhileAdding } from './kill-sources.ts';
import { killTimes } from './kill.ts';

/**
 * `npm run load`: questions while articles are read in (`--a-second 50`), of two servers to collections of their own with
 * `--servers`; with `--kill N`: N times `kill -9` during each kind of writing; with `--roles` questions to two gateways and two workers on
 * `TEST_DATABASE_URL`, of which one is killed every ten seconds (`--interactions 500`, `--a-second 50`);
 * with `--follow` N times while those who follow are told, with `--sources` N times while articles are added in Discord.
 */
const { values } = parseArgs({
  options: {
    kill: { type: 'string' },
    follow: { type: 'boolean', default: false },
    sources: { type: 'boolean', default: false },
    roles: { type: 'boolean', default: false },
    interactions: { type: 'string', default: '500' },
    'a-second': { type: 'string', default: '50' },
    servers: { type: 'boolean', default: false },
  },
});

if (values.roles) {
  const { askRoles } = await import('./roles.ts');
  if (!(await askRoles(Number(values.interactions), Number(values['a-second'])))) process.exitCode = 1;
} else if (values.follow) {
  const counted = await followLoad({ follows: 10_000, articles: 1_000, kills: Number(values.kill ?? 50) });
  process.stdout.write(`${JSON.stringify(counted)}\n`);
  if (counted.lost + counted.twice + counted.unasked + counted.outOfOrder > 0) process.exitCode = 1;
} else if (values.sources) {
  if (!(await killWhileAdding(Number(values.kill ?? 50)))) process.exitCode = 1;
} else if (values.kill === undefined) {
  const { askAll } = await import('./interactions.ts');
  await askAll(values.servers, Number(values['a-second']));
} else if (!/^[1-9]\d{0,5}$/.test(values.kill)) {
  process.stderr.write(`--kill takes how often, such as 50; found ${JSON.stringify(values.kill)}\n`);
  process.exitCode = 2;
} else if (!(await killTimes(Number(values.kill), process.env['TEST_DATABASE_URL'] ?? null)))
  process.exitCode = 1;
