import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectionSources, readSourceList } from '../../src/ingest/read-source-list.ts';
import { temporaryFolder } from '../support/folders.ts';

function collection(yaml: string | null, files: readonly string[] = []): string {
  const dir = temporaryFolder();
  if (yaml !== null) writeFileSync(path.join(dir, 'sources.yaml'), yaml);
  if (files.length > 0) mkdirSync(path.join(dir, 'articles'));
  for (const file of files) writeFileSync(path.join(dir, 'articles', file), 'The talks began.');
  return dir;
}

const LIST = 'feeds:\n  - https://news.example/feed\npages:\n  - https://news.example/a\n';

describe('sources.yaml', () => {
  it('lists feeds and pages; what is not there lists none', async () => {
    const feeds = ['https://news.example/feed'];
    expect(await readSourceList(collection(LIST))).toEqual({ feeds, pages: ['https://news.example/a'] });
    expect(await readSourceList(collection('feeds:\npages: []\n'))).toEqual({ feeds: [], pages: [] });
    expect(await readSourceList(collection(null))).toEqual({ feeds: [], pages: [] });
  });

  it.each([
    ['feeds:\n  - file:///etc/passwd\n', 'sources.yaml, line 2: "feeds.0": wanted an http(s) address'],
    [
      'feeds: https://news.example/feed\n',
      'sources.yaml, line 1: "feeds": wanted a list of http(s) addresses',
    ],
    ['rss:\n  - https://news.example/feed\n', 'sources.yaml, line 1: wanted "feeds:" and "pages:"'],
  ])('is refused with its line: %j', async (yaml, message) => {
    await expect(readSourceList(collection(yaml))).rejects.toThrow(message);
  });

  it('stands beside the articles, or in their place', async () => {
    const listed = ['https://news.example/a', 'https://news.example/feed'];
    const both = collection(LIST, ['a.txt']);
    expect(await collectionSources(both)).toEqual([path.join(both, 'articles'), ...listed]);
    expect(await collectionSources(collection(LIST))).toEqual(listed);
    const bare = collection(null);
    expect(await collectionSources(bare)).toEqual([path.join(bare, 'articles')]);
  });
});
