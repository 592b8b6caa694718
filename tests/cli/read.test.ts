import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';

function write(name: string, content: string): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

describe('parley read', () => {
  it('shows what would be ingested, one JSON object a file', async () => {
    const page = write(
      'talks.html',
      '<html lang="en-GB"><head><meta property="article:modified_time" content="2022-01-12T08:00:00Z"></head><body>' +
        '<article><h1>Talks end</h1><p>By Jo Poe</p><p>The talks ended on Monday, and both sides left the city.</p>' +
        '</article></body></html>',
    );
    const notes = write('notes.md', '---\ntitle: Notes\ndate: 2022-01-11\ntags: x\n---\nThe talks began.\n');
    const run = await cli(['read', '--json', page, notes]);
    expect(run.code).toBe(0);
    const empty = { outlet: null, author: null, published: null, modified: null, url: null, language: null };
    const [first, second] = run.json();
    expect(first).toMatchObject({
      ...empty,
      id: 'talks',
      title: 'Talks end',
      modified: '2022-01-12',
      language: 'en-GB',
      partial: false,
      article: expect.stringMatching(/The talks ended on Monday, and both sides left the city\.$/),
    });
    expect(second).toEqual({
      ...empty,
      id: 'notes',
      title: 'Notes',
      published: '2022-01-11',
      partial: false,
      text: 'The talks began.\n',
      article: 'The talks began.',
    });
    expect(run.err).toBe(`${notes}: nothing was made of its "tags".\n`);
  });

  it('prints it for people, and nothing that steers a terminal', async () => {
    const run = await cli(['read', write('a.txt', 'The talks\u009b31m began.\n\nCopy link\n')]);
    expect(run).toMatchObject({
      code: 0,
      out: 'id        a\ntitle     The talks�31m began.\n\nThe talks�31m began.\n\n',
    });
  });

  it('refuses by name and reads the others, exit code 1', async () => {
    const good = write('good.txt', 'The talks began.');
    const run = await cli(['read', '--json', '/nowhere.txt', good]);
    expect(run.code).toBe(1);
    expect(run.err).toBe(
      '/nowhere.txt cannot be read: there is no such file or folder.\n1 of 2 files could not be read.\n',
    );
    expect(run.json()).toMatchObject([{ id: 'good' }]);
  });
});
