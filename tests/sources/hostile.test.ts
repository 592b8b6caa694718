import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { textAt } from '../../src/text/span.ts';
import { UserError } from '../../src/errors.ts';
import type { SourceInput } from '../../src/sources/draft.ts';
import { createApartReader } from '../../src/sources/read-apart.ts';
import { createFileReader, type ArticleReader } from '../../src/sources/read-article.ts';
import { temporaryFolder } from '../support/folders.ts';

let reader: ArticleReader;
beforeAll(() => {
  reader = createFileReader();
});
afterAll(() => reader.close());

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

const refusal = async (file: string, by = reader): Promise<string> => {
  const error: unknown = await by.read(file).catch((reason: unknown) => reason);
  if (!(error instanceof UserError)) throw new Error(`a UserError was wanted, found ${String(error)}`);
  expect(error.message.split('\n')).toHaveLength(1);
  return error.message.replace(`${path.dirname(file)}/`, '');
};

const input = (name: string): SourceInput => ({
  name,
  bytes: Buffer.from('<p>The talks began.</p>'),
  contentType: null,
});

/** Nine references for each, nine levels: nearly four hundred million words. */
const BOMB = [
  'a0: &a0 x',
  ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`),
].join('\n  ');

describe('a file that would stop the reading', () => {
  it.each<[string, string, () => string, string]>([
    [
      'an unknown alias',
      'a.md',
      () => '---\ntags:\n  - *x\n---\nText.',
      'a.md: YAML was wanted, but Unresolved alias',
    ],
    [
      'an alias bomb',
      'a.md',
      () => `---\ntags:\n  ${BOMB}\n---\nText.`,
      'a.md: YAML was wanted, but Excessive alias count',
    ],
    [
      'YAML nested 20,000 deep',
      'a.md',
      () => `---\ntitle: ${'['.repeat(20_000)}\n---\nText.`,
      'a.md: YAML was wanted, but it is nested too deeply. Correct it.',
    ],
    [
      'YAML of 20,000 dashes',
      'a.md',
      () => `---\n${'- '.repeat(20_000)}x\n---\nText.`,
      'a.md: YAML was wanted, but it is nested too deeply. Correct it.',
    ],
    [
      'endless front matter',
      'a.md',
      () => `---\n${'- x\n'.repeat(100_000)}---\nText.`,
      'a.md has 400000 characters between its first two "---" lines: front matter of at most 50000 was wanted.',
    ],
    [
      'a page nested 3,000 deep',
      'a.html',
      () => `<body><article>${'<div>'.repeat(3000)}Text.`,
      'a.html nests its elements more than 500 deep: a web page with an article was wanted. Save its text as .txt.',
    ],
    [
      'a page nested 50,000 deep',
      'a.html',
      () => `<body>${'<div>'.repeat(50_000)}Text.${'</div>'.repeat(50_000)}`,
      'a.html nests its elements more than 500 deep',
    ],
    [
      'a page of 350,000 elements',
      'a.html',
      () => `<body>${'<p>Text.'.repeat(350_000)}`,
      'a.html has more than 100000 elements',
    ],
  ])('%s is refused in a sentence', async (_name, name, content, message) => {
    expect(await refusal(write(name, content()))).toContain(message);
  });

  it('is refused by its size before it is read', async () => {
    const line = write('line.txt', '');
    truncateSync(line, 100e6);
    const remedy = 'at most 20 MB are read. Split it, or set MAX_FILE_MB higher.';
    expect(await refusal(line)).toBe(`line.txt has 100 MB: ${remedy}`);
    const page = write('page.html', '');
    truncateSync(page, 20e6 + 1);
    expect(await refusal(page)).toBe(`page.html has 20 MB: ${remedy}`);
    const strict = createFileReader({ maxFileMb: 1 });
    expect(await refusal(write('a.txt', 'x'.repeat(1.5e6)), strict)).toBe(
      'a.txt has 1.5 MB: at most 1.0 MB are read. Split it, or set MAX_FILE_MB higher.',
    );
  });

  it('is refused where it is no file', async () => {
    const folder = path.join(temporaryFolder(), 'a.txt');
    mkdirSync(folder);
    expect(await refusal(folder)).toBe('a.txt cannot be read: it is a folder.');
    await expect(reader.read('/dev/zero')).rejects.toThrow(
      '/dev/zero cannot be read: a file was wanted, it is a device or pipe.',
    );
  });

  it('is given up after its time, and the next one is read', async () => {
    const hasty = createApartReader(0);
    await expect(hasty.read(input('slow.html'))).rejects.toThrow(
      'slow.html cannot be read: it took more than 0 s. Save it in a simpler form, or its text as .txt.',
    );
    await hasty.close();
    const patient = createApartReader();
    const drafts = await Promise.all(['a.html', 'b.html'].map((name) => patient.read(input(name))));
    expect(drafts.map(({ text }) => text)).toEqual(['The talks began.\n', 'The talks began.\n']);
    await patient.close();
  });
});

describe('what is large but an article', () => {
  it('150,000 lines without a blank one are read', async () => {
    const { text } = await reader.read(write('a.txt', 'The talks began.\n'.repeat(150_000)));
    expect(splitSentences(text)).toHaveLength(150_000);
  });

  it('a page of 17 MB is read as a page', async () => {
    const state = JSON.stringify('x'.repeat(17e6));
    const html = `<html><body><script>state = ${state}</script><article><p>The talks began.</p></article></body></html>`;
    expect((await reader.read(write('a.html', html))).text).toBe('The talks began.\n');
  });

  it('a sentence of 200,000 characters is cut into pieces that can be shown', async () => {
    const { text, title } = await reader.read(write('a.txt', 'and so, he said, on '.repeat(10_000)));
    const pieces = splitSentences(text).map((piece) => textAt(text, piece));
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(1000);
    expect(pieces.join(' ')).toBe(text.trim());
    expect(title.length).toBeLessThan(110);
  });
});
