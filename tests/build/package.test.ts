import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../support/folders.ts';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../..');
const Manifest = z.object({ dependencies: z.record(z.string(), z.string()) });

/** What people get: the packed files, with the dependencies that are installed for them and no others. */
async function unpackInto(folder: string): Promise<string> {
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: ROOT });
  await run('tar', ['-xzf', 'parley-0.1.0.tgz'], { cwd: folder });
  const installed = path.join(folder, 'package');
  const text = readFileSync(path.join(installed, 'package.json'), 'utf8');
  for (const name of Object.keys(Manifest.parse(JSON.parse(text)).dependencies)) {
    const link = path.join(installed, 'node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules', name), link);
  }
  return installed;
}

it('the package, unpacked elsewhere, answers from its own collection, draws, and shows its pages', async () => {
  const folder = temporaryFolder();
  const installed = await unpackInto(folder);
  const empty = temporaryFolder();
  const environment = { cwd: empty, env: { PATH: process.env['PATH'], LOG_LEVEL: 'error' } };
  const cli = path.join(installed, 'dist/cli.js');

  const asked = await run(cli, ['ask', 'What did Sherman offer on missiles?', '--json'], environment);
  const answer = z
    .object({ answered: z.boolean(), evidence: z.array(z.object({ speaker: z.string().nullable() })) })
    .parse(JSON.parse(asked.stdout));
  expect(answer.answered).toBe(true);
  expect(answer.evidence[0]?.speaker).toBe('Wendy Sherman');
  expect(asked.stderr).not.toContain('Warning');

  const page = `<html lang="en"><title>Talks on grain</title><article><h1>Talks on grain</h1>
    <p>The minister of Freedonia said that the port would open in May.</p>
    <p>“We will sign nothing before that,” the envoy of Sylvania told reporters on Monday.</p></article></html>`;
  writeFileSync(path.join(empty, 'grain.html'), page);
  await run(cli, ['ingest', 'grain.html'], environment);
  expect((await run(cli, ['sources', '--json'], environment)).stdout).toContain('Talks on grain');

  await run(cli, ['matrix', '--picture', 'matrix.png'], environment);
  expect(statSync(path.join(empty, 'matrix.png')).size).toBeGreaterThan(1000);

  const bot = spawn(process.execPath, [path.join(installed, 'dist/main.js')], {
    ...environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(bot, 'exit');
  onTestFinished(async () => {
    bot.kill('SIGKILL');
    await ended;
  });
  let out = '';
  for await (const part of bot.stdout.setEncoding('utf8')) {
    out += String(part);
    if (/\/preview\n/.test(out)) break;
  }
  const address = /(http:\S+)\/preview\n/.exec(out)?.[1] ?? '';
  const script = await fetch(`${address}/preview/script.js`);
  expect(script.status).toBe(200);
  expect((await script.text()).length).toBeGreaterThan(10_000);
  expect((await fetch(`${address}/preview/style.css`)).status).toBe(200);
  expect(await (await fetch(address)).text()).toContain('<main');
  bot.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 240_000);
