import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { freezeText } from '../../src/domain/article.ts';
import { textAt } from '../../src/text/span.ts';
import {
  createIngest,
  type Ingest,
  type IngestDependencies,
  type IngestProgress,
} from '../../src/ingest/ingest.ts';
import { createSourceReader } from '../../src/sources/read-sources.ts';
import type { Store } from '../../src/store/ports.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { temporaryFolder } from '../support/folders.ts';
import { createHashedEmbeddings } from '../support/models/hashed-embeddings.ts';

let dir: string;
let store: Store;
let embeddings: ReturnType<typeof createHashedEmbeddings>;
let locks: number;

const nothing: IngestDependencies['extract'] = () => [];

const breaking: typeof nothing = ({ id }) => {
  if (id === 'a') throw new RangeError('Maximum call stack size exceeded');
  return [];
};

const lock = async (): Promise<() => void> => {
  locks++;
  return () => void locks--;
};

function ingestion(madeBy = 'v1', extract = nothing): Ingest {
  return createIngest({ store, reader: createSourceReader(), embeddings, extract, madeBy, lock });
}

/** Says that somebody else spoke of the talks of article `a`. */
const correct = (speaker: string): Promise<number> =>
  store.addCorrection({
    article: 'a',
    quote: 'talks',
    start: 4,
    end: 9,
    speaker,
    side: null,
    was: { speaker: null, side: null },
    note: null,
    by: { id: '1', name: 'Nelly' },
    at: '2022-01-13T09:30:00.000Z',
  });

const write = (name: string, content: string): Promise<void> => writeFile(path.join(dir, name), content);
const outcomes = async (ingest: Ingest, ...names: string[]): Promise<string[]> => {
  const paths = names.length > 0 ? names.map((name) => path.join(dir, name)) : [dir];
  const { results } = await ingest(paths);
  return results.map(({ path: file, outcome }) => `${path.basename(file)} ${outcome}`).toSorted();
};

beforeEach(async () => {
  dir = temporaryFolder();
  store = await openSqliteStore({ path: path.join(temporaryFolder(), 'parley.sqlite') });
  embeddings = createHashedEmbeddings();
  locks = 0;
  return () => store.close();
});

describe('ingestion', () => {
  it('stores every article of the collection with exact spans and one vector a sentence', async () => {
    await ingestion()(['seeds/articles']);
    const sources = await store.sources();
    expect(sources).toHaveLength(5);
    for (const { id } of sources) {
      const file = freezeText(await readFile(`seeds/articles/${id}.md`, 'utf8'));
      const article = await store.article(id);
      expect(file.endsWith(`---\n${article?.text}`)).toBe(true);
    }
    const keys = await store.keysInScope({}, 1000);
    const candidates = await store.candidates(keys);
    expect(candidates).toHaveLength(embeddings.embedded());
    for (const { article, sentence, text, passage, passageText } of candidates) {
      const stored = await store.article(article.id);
      expect(textAt(stored?.text ?? '', sentence)).toBe(text);
      expect(textAt(stored?.text ?? '', passage)).toBe(passageText);
      expect(passageText).toContain(text);
    }
  });

  it('says unchanged the second time and embeds nothing', async () => {
    await write('a.txt', 'The talks began. They went on.');
    expect(await outcomes(ingestion())).toEqual(['a.txt added']);
    const embedded = embeddings.embedded();
    const revision = await store.revision();
    expect(await outcomes(ingestion())).toEqual(['a.txt unchanged']);
    expect(embeddings.embedded()).toBe(embedded);
    expect(await store.revision()).toBe(revision);
  });

  it('replaces an edited article, and reads all again when what made the statements changed', async () => {
    await write('a.txt', 'The talks began.');
    await write('b.txt', 'Nothing new.');
    await outcomes(ingestion());
    await write('a.txt', 'The talks ended.');
    expect(await outcomes(ingestion())).toEqual(['a.txt replaced', 'b.txt unchanged']);
    expect((await store.article('a'))?.text).toBe('The talks ended.');
    expect(await outcomes(ingestion('v2'))).toEqual(['a.txt replaced', 'b.txt replaced']);
  });

  it('embeds nothing again while text and model stay', async () => {
    await write('a.txt', 'The talks began. They went on.');
    await outcomes(ingestion());
    const vectors = await store.articleVectors('a');
    const reports: IngestProgress[] = [];
    const { results } = await ingestion('v2')([dir], { onProgress: (progress) => reports.push(progress) });
    expect(results).toMatchObject([{ id: 'a', outcome: 'replaced', sentences: 2 }]);
    expect(embeddings.embedded()).toBe(2);
    expect(await store.articleVectors('a')).toEqual(vectors);
    expect(reports.at(-1)).toMatchObject({ articlesDone: 1, sentencesDone: 2, sentencesTotal: 2 });
    await write('a.txt', 'The talks began! They went on.');
    await outcomes(ingestion('v2'));
    expect(embeddings.embedded()).toBe(4);
    embeddings = { ...embeddings, stamp: { ...embeddings.stamp, model: 'another' } };
    expect(await outcomes(ingestion('v3'))).toEqual(['a.txt replaced']);
    expect(embeddings.embedded()).toBe(6);
  });

  it('reads an article again after it was corrected, with its corrections and no other’s', async () => {
    await write('a.txt', 'The talks began.');
    await write('b.txt', 'They went on.');
    const given: string[] = [];
    const extract: typeof nothing = ({ id }, corrections) => {
      given.push(`${id} ${corrections.map(({ speaker }) => speaker).join('+')}`);
      return [];
    };
    await outcomes(ingestion('v1', extract));
    await correct('Moscow');
    expect(await outcomes(ingestion('v1', extract))).toEqual(['a.txt replaced', 'b.txt unchanged']);
    expect(await outcomes(ingestion('v1', extract))).toEqual(['a.txt unchanged', 'b.txt unchanged']);
    await correct('Ryabkov');
    expect(await outcomes(ingestion('v1', extract))).toEqual(['a.txt replaced', 'b.txt unchanged']);
    expect(given).toEqual(['a ', 'b ', 'a Moscow', 'a Moscow+Ryabkov']);
    expect(embeddings.embedded()).toBe(2);
  });

  it('refuses what is no article and takes the rest', async () => {
    await write('good.txt', 'The talks began.');
    await write('empty.txt', '');
    await write('bare.md', 'No front matter.');
    await write('twin.txt', 'The talks began.');
    await write('same.md', '---\nid: good\n---\nAnother text.');
    const { results } = await ingestion()([dir]);
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual([
      'added',
      'duplicate',
      'refused',
      'refused',
      'refused',
    ]);
    const reasons = results.map(({ reason }) => reason ?? '').join('\n');
    expect(reasons).toContain(
      'twin.txt has the very text of the article "good": it is not read a second time.',
    );
    expect(reasons).toContain('same.md has the id "good", as ');
    expect((await store.sources()).map(({ id }) => id)).toEqual(['good']);
  });

  it('reads the others where one breaks what reads statements', async () => {
    await write('a.txt', 'The talks began.');
    await write('b.txt', 'They went on.');
    const { results, stopped } = await ingestion('v1', breaking)([dir]);
    expect(stopped).toBe(false);
    expect(results).toMatchObject([
      {
        id: 'a',
        outcome: 'refused',
        reason: `${path.join(dir, 'a.txt')} cannot be read (Maximum call stack size exceeded): please report it; the others were read.`,
      },
      { id: 'b', outcome: 'added' },
    ]);
  });

  it('names what it leaves out of a folder, and what is odd about what it reads', async () => {
    await write('a.md', '---\ntitle: Talks: the end\ntags: x\n---\nThe talks began.');
    await write('picture.png', 'x');
    const { results } = await ingestion()([dir]);
    expect(results).toMatchObject([
      {
        outcome: 'left-out',
        reason: `${path.join(dir, 'picture.png')} is left out: no article is read from files of this kind.`,
      },
      {
        outcome: 'added',
        notes: [
          `${path.join(dir, 'a.md')}: "title" was read as plain text: put its value in quotation marks.`,
          `${path.join(dir, 'a.md')}: nothing was made of its "tags".`,
        ],
      },
    ]);
  });

  it('says that what it read of a page is not the whole article', async () => {
    await write('a.html', '<article><p>The talks began.</p><p>Subscribe to continue reading.</p></article>');
    const { results } = await ingestion()([dir]);
    expect(results).toMatchObject([
      {
        outcome: 'added',
        notes: [
          `${path.join(dir, 'a.html')}: it is not the whole article: a pay wall ends it: save the page as a subscriber sees it.`,
        ],
      },
    ]);
  });

  it('stops between articles and keeps what it has', async () => {
    await write('a.txt', 'One.');
    await write('b.txt', 'Two.');
    const stopping = new AbortController();
    const onProgress = ({ articlesDone }: IngestProgress): void => {
      if (articlesDone === 1) stopping.abort();
    };
    const report = await ingestion()([dir], { signal: stopping.signal, onProgress });
    expect(report).toMatchObject({ stopped: true, results: [{ id: 'a', outcome: 'added' }] });
    expect(await outcomes(ingestion())).toEqual(['a.txt unchanged', 'b.txt added']);
  });

  it.each(['it reads', 'it waits for its turn'])('says that it was stopped while %s', async (when) => {
    await write('a.txt', 'One.');
    await write('b.txt', 'Two.');
    const stopping = new AbortController();
    const { signal } = stopping;
    const ingest = createIngest({
      store,
      reader: createSourceReader(),
      embeddings,
      extract: nothing,
      madeBy: 'v1',
      async lock() {
        if (when === 'it waits for its turn') stopping.abort();
        signal.throwIfAborted();
        return lock();
      },
    });
    const onRead = (): void => {
      if (when === 'it reads') stopping.abort();
    };
    expect(await ingest([dir], { signal, onRead })).toEqual({ results: [], stopped: true });
    expect([...(await store.hashes()).keys()]).toEqual([]);
    expect(locks).toBe(0);
  });

  it('reports sentences up to their total', async () => {
    await write('a.txt', 'One. Two.');
    await write('b.txt', 'Three.');
    const reports: IngestProgress[] = [];
    await ingestion()([dir], { onProgress: (progress) => void reports.push(progress) });
    expect(reports.map(({ sentencesDone }) => sentencesDone)).toEqual([1, 2, 2, 3, 3]);
    expect(reports.at(-1)).toEqual({
      article: 'b',
      articlesDone: 2,
      articlesTotal: 2,
      sentencesDone: 3,
      sentencesTotal: 3,
    });
  });

  it('stops with the sentence that says why it holds the lock no longer, and keeps what it has', async () => {
    await write('a.txt', 'The talks began.');
    await write('b.txt', 'The talks went on.');
    let lose: ((why: Error) => void) | undefined;
    const ingest = createIngest({
      store: {
        ...store,
        async saveArticle(record) {
          const outcome = await store.saveArticle(record);
          lose?.(new Error('The connection was lost.'));
          return outcome;
        },
      },
      reader: createSourceReader(),
      embeddings,
      extract: nothing,
      madeBy: 'v1',
      async lock(_signal, onLost) {
        lose = onLost;
        return lock();
      },
    });
    await expect(ingest([dir])).rejects.toThrow('The connection was lost.');
    expect([...(await store.hashes()).keys()]).toEqual(['a']);
    expect(locks).toBe(0);
  });

  it('gives the lock back, also when it fails', async () => {
    await write('a.txt', 'One.');
    await outcomes(ingestion());
    expect(locks).toBe(0);
    await rm(path.join(dir, 'a.txt'));
    await write('b.txt', 'Two.');
    await store.close();
    await expect(ingestion()([dir])).rejects.toThrow();
    expect(locks).toBe(0);
    store = await openSqliteStore({ path: path.join(temporaryFolder(), 'parley.sqlite') });
  });
});
