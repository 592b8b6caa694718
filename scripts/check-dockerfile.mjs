// @ts-check
// Runs the steps of the Dockerfile in an empty folder, where there is no Docker: `npm run check:image`. A stage is a folder, and
// absolute paths lie in it; the images, users and volumes themselves are not tried.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'parley-image-'));
/** @type {Map<string, string>} */
const stages = new Map();
let stage = '';
let workdir = '/';
/** @type {Record<string, string>} */
let environment = {};
/** @type {string[]} */
let command = [];
/** @type {string[]} */
let healthCheck = [];

/** @param {string} where */
const inside = (where) => path.join(stage, path.resolve(workdir, where));

try {
  const lines = readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8').split('\n');
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('#'))) run(line);
  await answers();
  process.stdout.write(
    'The steps of the Dockerfile give a program that serves its pages and passes its health check.\n',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} line */
function run(line) {
  process.stderr.write(`${line}\n`);
  const [, step = '', rest = ''] = /^(\w+) (.*)$/.exec(line) ?? [];
  if (step === 'FROM') {
    stage = path.join(folder, `stage-${stages.size}`);
    stages.set(/ AS (\w+)$/.exec(rest)?.[1] ?? 'last', stage);
    [workdir, environment] = ['/', {}];
  } else if (step === 'WORKDIR') {
    workdir = rest;
    mkdirSync(inside('.'), { recursive: true });
  } else if (step === 'ENV') {
    for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g))
      environment[name] = value.startsWith('/') ? path.join(stage, value) : value;
  } else if (step === 'COPY') {
    const [, from, what = ''] = /^(?:--from=(\w+) )?(.*)$/.exec(rest) ?? [];
    const names = what.split(' ');
    const target = names.pop() ?? '.';
    const source = from === undefined ? ROOT : (stages.get(from) ?? '');
    for (const name of names)
      cpSync(
        path.join(source, name),
        target.endsWith('/') ? inside(target + path.basename(name)) : inside(target),
        {
          recursive: true,
          verbatimSymlinks: true,
        },
      );
  } else if (step === 'RUN') {
    const here = rest.replaceAll(' /data', ` ${stage}/data`).replace(/ && chown .*$/, '');
    execFileSync('sh', ['-ec', here], {
      cwd: inside('.'),
      env: { ...process.env, ...environment },
      stdio: 'inherit',
    });
  } else if (step === 'CMD') command = JSON.parse(rest);
  else if (step === 'HEALTHCHECK') healthCheck = JSON.parse(rest.replace(/^.*? CMD /, ''));
  else if (!['USER', 'VOLUME'].includes(step)) throw new Error(`${step}: no such step is known here`);
}

/** Starts the command without a token, which is all that can be tried without Discord: its pages and health check must answer. */
async function answers() {
  const [name = '', ...args] = command;
  const { PATH = '' } = process.env;
  const child = spawn(name, args, {
    cwd: inside('.'),
    env: { ...environment, PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let out = '';
    for await (const part of child.stdout) {
      out += String(part);
      const address = /(http:\S+)\/preview\n/.exec(out)?.[1];
      if (address === undefined) continue;
      const { status } = await fetch(
        `${address}/search?q=${encodeURIComponent('What did Sherman offer on missiles?')}`,
      );
      if (status !== 200) throw new Error(`the page of a search answered ${status}`);
      const [check = '', ...of] = healthCheck;
      execFileSync(check, of, { env: { ...environment, PATH }, stdio: 'inherit' });
      return;
    }
    throw new Error('the program ended before it served its pages');
  } finally {
    child.kill('SIGTERM');
  }
}
