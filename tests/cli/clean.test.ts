import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';

/** A title in the terminal's bar, a colour, a move of the cursor, one byte's escape, an override of direction. */
const STEERING = '\u001B]0;owned\u0007\u001B[31m\u001B[2A\u009B1m\u202Eevil';
const NAME = `talks\nrefused\r${STEERING}`;
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

it('ids from file names steer no terminal, wherever they are shown', async () => {
  const dir = temporaryFolder();
  const [articles, data] = [join(dir, 'articles'), join(dir, 'data')];
  mkdirSync(articles);
  writeFileSync(
    join(articles, `${NAME}.txt`),
    'Wendy Sherman said: “We will talk about missiles in Geneva.”',
  );
  writeFileSync(join(articles, `empty ${NAME}.txt`), '');
  for (const args of [
    ['ingest', articles],
    ['ingest', articles, '--json'],
    ['sources'],
    ['ask', 'What did Sherman say about missiles?'],
    ['speaker', 'Sherman'],
    ['verify', 'We will talk about missiles in Geneva'],
    ['extract', join(articles, `${NAME}.txt`)],
    ['extract', join(articles, `none ${NAME}.txt`)],
    ['ingest', join(articles, `none ${NAME}.txt`)],
    ['speaker', NAME],
  ]) {
    const { out, err } = await cli([...args, '--data', data]);
    expect(out + err).not.toBe('');
    expect(err).not.toMatch(UNSAFE);
    if (args.includes('--json')) continue;
    expect(out).not.toMatch(UNSAFE);
    expect(out.split('\n').filter((line) => line.startsWith('refused') && !line.includes('empty'))).toEqual(
      [],
    );
  }
});
