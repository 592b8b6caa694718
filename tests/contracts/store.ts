import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signatureOf } from '../../src/text/shingles.ts';
import { textAt } from '../../src/text/span.ts';
import type { ArticleRecord, Scope, Store } from '../../src/store/ports.ts';
import { TALKS, recordOf } from '../support/records.ts';

const STAMP = { provider: 'test', model: 'letters', dimensions: 16 };
const ALL = Number.MAX_SAFE_INTEGER;

const vectorOf = (key: number): Float32Array => Float32Array.of(1, key);

/** What every `Store` must do. `open` gives an empty one; the suite closes it. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the store's contract`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const save = async (...records: ArticleRecord[]) => {
      for (const record of records) await store.saveArticle(record);
    };
    const saveTalks = () => save(TALKS.undated, TALKS.geneva, TALKS.brussels);
    const texts = async (keys: readonly number[]) => (await store.candidates(keys)).map(({ text }) => text);
    const articlesIn = async (scope: Scope) => {
      const candidates = await store.candidates(await store.keysInScope(scope, ALL));
      return [...new Set(candidates.map(({ article }) => article.id))].toSorted();
    };
    const storedVectors = async () => {
      const stored = await store.vectorsOf(await store.keysInScope({}, ALL));
      return [...stored].map(([key, vector]) => ({ key, vector }));
    };
    const found = async (words: string[], scope = {}) =>
      texts((await store.searchSentences(words, ALL, scope)).map(({ key }) => key));

    it('is empty at first', async () => {
      expect(await store.counts()).toEqual({ articles: 0, sentences: 0, passages: 0, statements: 0 });
      expect(await store.hashes()).toEqual(new Map());
      expect(await store.sources()).toEqual([]);
      expect(await store.article('geneva')).toBeNull();
      expect(await store.searchSentences(['missiles'], 10)).toEqual([]);
      expect(await store.searchPassages(['missiles'], 10)).toEqual([]);
      expect(await store.sentenceFrequencies(['missiles'])).toEqual([0]);
      expect(await store.statements()).toEqual([]);
      expect(await store.corrections()).toEqual([]);
      expect(await store.articleVectors('geneva')).toEqual([]);
      expect(await store.keysInScope({}, ALL)).toEqual([]);
      expect(await store.candidates([1, 2])).toEqual([]);
      expect(await store.embeddingStamp()).toBeNull();
      expect(await storedVectors()).toEqual([]);
      expect(await store.note('none')).toBeNull();
    });

    it('keeps a value for a while', async () => {
      expect(await store.recall('message')).toBeNull();
      await store.remember('message', 'one', 60_000);
      await store.remember('over', 'two', 0);
      expect(await store.recall('message')).toBe('one');
      expect(await store.recall('over')).toBeNull();
      await store.remember('message', 'three', 60_000);
      expect(await store.recall('message')).toBe('three');
      await store.remember('message', 'four', -1);
      expect(await store.recall('message')).toBeNull();
    });

    it('gives an article back as it came', async () => {
      expect(await store.saveArticle(TALKS.geneva)).toBe('added');
      expect(await store.article('geneva')).toEqual(TALKS.geneva.article);
      expect(await store.hashes()).toEqual(new Map([['geneva', TALKS.geneva.article.hash]]));
      expect(await store.counts()).toEqual({ articles: 1, sentences: 5, passages: 5, statements: 2 });
    });

    it('gives back where an article comes from, and what tells it from others', async () => {
      const seen = {
        modified: '2022-01-12',
        language: 'en',
        partial: 'a pay wall ends it',
        fetched: '2022-01-13T08:00:00.000Z',
        copyOf: 'geneva',
        places: [{ start: 0, label: 'page 1' }],
      };
      const { article } = recordOf({ id: 'a', text: 'The talks began.', ...seen });
      await store.saveArticle(recordOf({ id: 'a', text: 'The talks began.', ...seen }));
      expect(await store.article('a')).toEqual(article);
      expect([...(await store.signatures())]).toContainEqual(['a', signatureOf('The talks began.')]);
    });

    it('puts the first copy of an article in its place when it is removed', async () => {
      for (const id of ['agency', 'c', 'b'])
        await store.saveArticle(
          recordOf({ id, text: 'The talks began.', copyOf: id === 'agency' ? null : 'agency' }),
        );
      await store.removeArticle('agency');
      expect([(await store.article('b'))?.copyOf, (await store.article('c'))?.copyOf]).toEqual([null, 'b']);
    });

    it('keeps what was fetched from an address, also when its article is removed', async () => {
      const visit = {
        url: 'https://news.example/a',
        at: '2022-01-13T08:00:00Z',
        etag: '"1"',
        lastModified: null,
        article: 'a',
      };
      expect(await store.visit(visit.url)).toBeNull();
      await store.saveVisit(visit);
      await store.saveArticle(recordOf({ id: 'a', text: 'The talks began.' }));
      await store.removeArticle('a');
      expect(await store.visit(visit.url)).toEqual(visit);
      await store.saveVisit({ ...visit, etag: null, lastModified: 'x', article: null });
      expect(await store.visit(visit.url)).toEqual({
        ...visit,
        etag: null,
        lastModified: 'x',
        article: null,
      });
    });

    it('replaces an article whole, with new keys', async () => {
      await saveTalks();
      const before = await store.keysInScope({}, ALL);
      const edited = recordOf({ id: 'geneva', text: 'Nothing of it was true.' });
      expect(await store.saveArticle(edited)).toBe('replaced');
      expect(await store.article('geneva')).toEqual(edited.article);
      expect(await store.counts()).toEqual({ articles: 3, sentences: 5, passages: 5, statements: 3 });
      expect(await found(['guarantees', 'true'])).toEqual(['Nothing of it was true.']);
      const added = (await store.keysInScope({}, ALL)).filter((key) => !before.includes(key));
      expect(added).toHaveLength(1);
      expect(Math.min(...added)).toBeGreaterThan(Math.max(...before));
      expect([...(await store.vectorsOf(before)).keys()]).toHaveLength(4);
    });

    it('never uses a key again, not even that of the last article', async () => {
      await save(TALKS.brussels);
      const gone = await store.keysInScope({}, ALL);
      const goneStatements = (await store.statements()).map(({ key }) => key);
      await store.removeArticle('brussels');
      await save(TALKS.brussels);
      expect((await store.keysInScope({}, ALL)).filter((key) => gone.includes(key))).toEqual([]);
      expect((await store.statements()).filter(({ key }) => goneStatements.includes(key))).toEqual([]);
    });

    it('removes an article with all that belongs to it', async () => {
      await saveTalks();
      const correction = {
        article: 'geneva',
        quote: 'Ryabkov',
        start: 105,
        end: 112,
        speaker: null,
        side: 'US',
        was: { speaker: null, side: null },
        note: null,
        by: { id: '80351110224678912', name: 'Nelly' },
        at: '2022-01-13T09:30:00.000Z',
      };
      await store.addCorrection(correction);
      const kept = await store.addCorrection({ ...correction, article: 'brussels' });
      expect(await store.removeArticle('geneva')).toEqual({ statements: 2, corrections: 1 });
      expect(await store.removeArticle('geneva')).toBeNull();
      expect((await store.corrections()).map(({ id }) => id)).toEqual([kept]);
      expect(await store.article('geneva')).toBeNull();
      expect(await store.counts()).toEqual({ articles: 2, sentences: 4, passages: 4, statements: 3 });
      expect(await found(['guarantees'])).toEqual([]);
      expect(await store.sentenceFrequencies(['missiles'])).toEqual([2]);
      expect(await storedVectors()).toHaveLength(4);
      expect(await store.statements({ speaker: 'Wendy Sherman' })).toEqual([]);
    });

    it('lists sources newest first, undated last, then by id', async () => {
      await saveTalks();
      await save(recordOf({ id: 'austria', published: '2022-01-10', text: 'Vienna.' }));
      await save(recordOf({ id: 'also-undated', text: 'When?' }));
      const sources = await store.sources();
      expect(sources.map(({ id }) => id)).toEqual([
        'brussels',
        'austria',
        'geneva',
        'also-undated',
        'undated',
      ]);
      const { id, title, outlet, author, published, url } = TALKS.geneva.article;
      const counts = { sentences: 5, passages: 5, statements: 2 };
      expect(sources[2]).toEqual({ id, title, outlet, author, published, url, ...counts });
    });

    it('moves its revision with every change to an article, and only then', async () => {
      const revisions = [await store.revision()];
      const then = async (work: Promise<unknown>) => {
        await work;
        revisions.push(await store.revision());
      };
      await then(store.saveArticle(TALKS.geneva));
      await then(store.saveArticle(TALKS.geneva));
      await then(store.removeArticle('geneva'));
      expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
      expect(new Set(revisions).size).toBe(4);
      await then(store.removeArticle('geneva'));
      await then(store.setNote('a', 'b'));
      expect(revisions.slice(4)).toEqual([revisions[3], revisions[3]]);
    });

    it('refuses a record whose parts do not fit together, and saves nothing of it', async () => {
      const { geneva } = TALKS;
      const passages = geneva.passages.slice(1);
      await expect(store.saveArticle({ ...geneva, passages })).rejects.toThrow(
        'record of article "geneva": 5 sentences, 4 passages and 5 vectors do not pair up',
      );
      await store.setEmbeddingStamp({ ...STAMP, dimensions: 3 });
      await expect(store.saveArticle(geneva)).rejects.toThrow('a vector has 16 dimensions, wanted 3');
      const article = { ...geneva.article, text: geneva.article.text.slice(0, 150) };
      await store.setEmbeddingStamp(STAMP);
      await expect(store.saveArticle({ ...geneva, article })).rejects.toThrow('is not in its text of 150');
      expect(await store.counts()).toEqual({ articles: 0, sentences: 0, passages: 0, statements: 0 });
    });

    it('finds sentences by any of the words, compared by stem, best first', async () => {
      await saveTalks();
      const hits = await store.searchSentences(['Missile', 'europe'], ALL);
      expect(hits.map(({ score }) => score)).toEqual(
        hits.map(({ score }) => score).toSorted((a, b) => b - a),
      );
      expect(await texts(hits.map(({ key }) => key))).toEqual([
        'Russia warned of missiles in Europe.',
        'A missile is expensive.',
        '"We offered limits on missiles," Ms.',
      ]);
      expect(await store.searchSentences(['missile', 'europe'], 1)).toEqual(hits.slice(0, 1));
      expect(await store.searchSentences(['missile'], 0)).toEqual([]);
    });

    it('finds passages by words of the neighbouring sentences', async () => {
      await saveTalks();
      const keys = (await store.searchPassages(['weather'], ALL)).map(({ key }) => key);
      expect(await texts(keys)).toEqual(['A missile is expensive.', 'The weather was cold.']);
      const passages = (await store.candidates(keys)).map(({ passageText }) => passageText);
      expect(new Set(passages)).toEqual(new Set(['A missile is expensive. The weather was cold.']));
    });

    it('takes words that hold separators as phrases, repeated and stem-equal words once', async () => {
      await save(
        recordOf({
          id: 'us',
          text: 'U-S envoys met\nUs two S curves\nOther words here\nMore of the same\nAnd this',
        }),
      );
      expect(await found(['U-S'])).toEqual(['U-S envoys met']);
      const once = await store.searchSentences(['curve'], ALL);
      expect(await store.searchSentences(['curves', 'CURVE', 'curve'], ALL)).toEqual(once);
    });

    it('counts in how many sentences a word stands, in the order asked', async () => {
      await saveTalks();
      const words = ['missile', 'cold', 'Missiles', 'unheard', '', '?!', 'the'];
      expect(await store.sentenceFrequencies(words)).toEqual([3, 1, 3, 0, 0, 0, 3]);
      await store.removeArticle('undated');
      expect(await store.sentenceFrequencies(words)).toEqual([2, 0, 2, 0, 0, 0, 2]);
    });

    it('counts words right however articles come, change and go', async () => {
      const words = ['alpha', 'beta', 'gamma', 'alpha-beta'];
      const sentence = fc
        .subarray(['Alpha', 'beta', 'gamma'], { minLength: 1 })
        .map((some) => some.join(' '));
      const change = fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        sentences: fc.option(fc.array(sentence, { minLength: 1, maxLength: 3 }), { nil: null }),
        isAsked: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
          const there = new Map<string, readonly string[]>();
          for (const id of ['a', 'b', 'c']) await store.removeArticle(id);
          for (const { id, sentences, isAsked } of changes) {
            if (sentences) {
              await store.saveArticle(recordOf({ id, text: sentences.map((one) => `${one}.`).join('\n') }));
              there.set(id, sentences);
            } else {
              await store.removeArticle(id);
              there.delete(id);
            }
            if (!isAsked) continue;
            const all = [...there.values()].flat().map((one) => one.toLowerCase());
            const expected = words.map(
              (word) => all.filter((one) => one.includes(word.replace('-', ' '))).length,
            );
            expect(await store.sentenceFrequencies(words)).toEqual(expected);
          }
        }),
        { numRuns: 30 },
      );
    });

    it('never throws for any words', async () => {
      await saveTalks();
      const word = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '"',
          "'",
          '""',
          '\0',
          'a\0b',
          '*',
          'AND',
          'NEAR(',
          'words:missile',
          '^missile',
          '-',
          '🙂',
          '\ud800',
          '',
        ),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(word, { maxLength: 8 }), async (words) => {
          const hits = await store.searchSentences([...words, 'missile'], ALL);
          expect(hits.length).toBeGreaterThanOrEqual(3);
          await store.searchPassages(words, ALL, { side: words[0], since: words[1], topic: words[2] });
          expect(await store.sentenceFrequencies(words)).toHaveLength(words.length);
        }),
      );
      const many = Array.from({ length: 5000 }, (_, i) => `w${i}`);
      expect(await store.searchSentences([...many, 'missile'], ALL)).toHaveLength(3);
    });

    it('gives candidates in the order of keys, without those that are gone', async () => {
      await saveTalks();
      const keys = await store.keysInScope({}, ALL);
      const reversed = keys.toReversed();
      const candidates = await store.candidates([
        ...reversed.slice(0, 3),
        999_999,
        Number.NaN,
        ...reversed.slice(3),
      ]);
      expect(candidates.map(({ key }) => key)).toEqual(reversed);
      for (const { article: meta, text, passageText, sentence, passage, statements } of candidates) {
        const article = await store.article(meta.id);
        expect({ ...article, ...meta }).toEqual(article);
        expect(text).toBe(textAt(article?.text ?? '', sentence));
        expect(passageText).toBe(textAt(article?.text ?? '', passage));
        expect(passage.first <= sentence.index && sentence.index <= passage.last).toBe(true);
        expect(statements.map((statement) => statement.article)).toEqual(statements.map(() => meta.id));
      }
      const sherman = candidates.filter(({ statements }) =>
        statements.some((s) => s.speaker === 'Wendy Sherman'),
      );
      expect(sherman.map(({ sentence }) => sentence.index).toReversed()).toEqual([1, 2]);
    });

    it('narrows by date, with both ends in and undated articles out', async () => {
      await saveTalks();
      expect(await articlesIn({})).toEqual(['brussels', 'geneva', 'undated']);
      expect(await articlesIn({ since: '2022-01-10' })).toEqual(['brussels', 'geneva']);
      expect(await articlesIn({ since: '2022-01-11' })).toEqual(['brussels']);
      expect(await articlesIn({ until: '2022-01-10' })).toEqual(['geneva']);
      expect(await articlesIn({ since: '2022-01-11', until: '2022-01-11' })).toEqual([]);
      expect(await articlesIn({ since: undefined, until: undefined })).toEqual([
        'brussels',
        'geneva',
        'undated',
      ]);
    });

    it('narrows by side, speaker and topic of one and the same statement', async () => {
      await saveTalks();
      expect(await found(['missiles'], { side: 'Russia' })).toEqual(['Russia warned of missiles in Europe.']);
      expect(await found(['missiles'], { side: 'US', topic: 'missiles' })).toHaveLength(1);
      expect(await found(['guarantees', 'missiles'], { speaker: 'Sergei Ryabkov' })).toEqual([
        'Ryabkov demanded guarantees.',
      ]);
      expect(await found(['missiles'], { side: 'Russia', until: '2022-01-10' })).toEqual([]);
      expect(await store.keysInScope({ side: 'Russia', topic: 'talks' }, ALL)).toEqual([]);
      expect(await store.keysInScope({ side: 'Nobody' }, ALL)).toEqual([]);
      const keys = await store.keysInScope({ side: 'US' }, ALL);
      expect(keys).toHaveLength(2);
      expect(await store.keysInScope({ side: 'US' }, 1)).toEqual(keys.slice(0, 1));
      expect(await store.keysInScope({ side: 'US' }, ALL, keys[0])).toEqual(keys.slice(1));
      expect(await store.keysInScope({}, ALL, keys[1])).not.toContain(keys[1]);
      const within = await store.candidates(await store.keysInScope({}, ALL), { side: 'US' });
      expect(within.map(({ key }) => key)).toEqual(keys);
    });

    it('lists statements by article, then by the start of the content', async () => {
      await saveTalks();
      const statements = await store.statements();
      expect(statements.map(({ article, act }) => [article, act])).toEqual([
        ['brussels', 'states'],
        ['brussels', 'warns'],
        ['geneva', 'offers'],
        ['geneva', 'demands'],
        ['undated', 'states'],
      ]);
      expect(statements[2]).toEqual({
        ...TALKS.geneva.statements[1],
        key: statements[2]?.key,
        article: 'geneva',
      });
      expect(await store.statements({ topic: 'missiles', since: '2022-01-11' })).toEqual([statements[1]]);
      expect(await store.statements({ speaker: 'Wendy Sherman', topic: 'talks' })).toEqual([statements[2]]);
    });

    it('tells by article whether what is said there is another', async () => {
      await saveTalks();
      const before = await store.statedArticles();
      expect(before.map(({ article }) => article)).toEqual(['brussels', 'geneva', 'undated']);
      const [brussels, geneva, undated] = before;
      const keys = (await store.statements({ article: 'geneva' })).map(({ key }) => key);
      expect(geneva?.last).toBe(Math.max(...keys));
      await store.replaceStatements('geneva', TALKS.geneva.statements);
      await store.removeArticle('undated');
      const after = await store.statedArticles();
      expect(after).toEqual([brussels, { article: 'geneva', last: expect.any(Number) }]);
      expect(after[1]?.last).toBeGreaterThan(Math.max(geneva?.last ?? 0, undated?.last ?? 0));
      await store.replaceStatements('geneva', []);
      expect(await store.statedArticles()).toEqual([brussels]);
    });

    it('narrows by article', async () => {
      await saveTalks();
      expect(await articlesIn({ article: 'geneva' })).toEqual(['geneva']);
      expect(await articlesIn({ article: 'geneva', since: '2022-01-11' })).toEqual([]);
      expect(await articlesIn({ article: 'undated' })).toEqual(['undated']);
      expect(await found(['missiles'], { article: 'brussels' })).toEqual([
        'Russia warned of missiles in Europe.',
      ]);
      const statements = await store.statements({ article: 'geneva', side: 'US' });
      expect(statements.map(({ speaker }) => speaker)).toEqual(['Wendy Sherman']);
      expect(await store.statements({ article: 'none' })).toEqual([]);
    });

    it('keeps corrections in order, also when their article is replaced or there is none', async () => {
      await saveTalks();
      const revision = await store.revision();
      const one = {
        article: 'geneva',
        quote: 'Ryabkov demanded guarantees',
        start: 105,
        end: 132,
        speaker: 'O’Neill 🙂',
        side: null,
        was: { speaker: 'Sergei Ryabkov', side: 'Russia' },
        note: "It's his\ndeputy.",
        by: { id: '80351110224678912', name: 'Nelly' },
        at: '2022-01-13T09:30:00.000Z',
      };
      const nobody = { speaker: null, side: null };
      const other = { ...one, ...nobody, was: nobody, note: null, at: '2021-01-01T00:00:00.000Z' };
      const first = await store.addCorrection(one);
      const second = await store.addCorrection({ ...other, article: 'brussels' });
      const third = await store.addCorrection({ ...other, side: 'US' });
      expect([first, second, third].toSorted((a, b) => a - b)).toEqual([first, second, third]);
      expect(await store.revision()).toBe(revision);
      await save(recordOf({ id: 'geneva', text: 'Nothing of it was true.' }));
      expect(await store.corrections('geneva')).toEqual([
        { id: first, ...one },
        { id: third, ...other, side: 'US' },
      ]);
      expect(await store.corrections()).toEqual([
        { id: first, ...one },
        { id: second, ...other, article: 'brussels' },
        { id: third, ...other, side: 'US' },
      ]);
      expect(await store.corrections('undated')).toEqual([]);
    });

    it('forgets a correction that was taken back', async () => {
      const of = { article: 'geneva', quote: 'demanded', start: 105, end: 113, speaker: null, side: null };
      const made = { was: { speaker: null, side: null }, note: null, by: { id: '1', name: 'Nelly' }, at: '' };
      const id = await store.addCorrection({ ...of, ...made });
      expect(await store.removeCorrection(id)).toBe(true);
      expect(await store.removeCorrection(id)).toBe(false);
      expect(await store.corrections()).toEqual([]);
    });

    it('puts other statements in the place of an article’s own, and leaves all else', async () => {
      await saveTalks();
      const before = await store.revision();
      const keys = await store.keysInScope({}, ALL);
      const others = await store.statements({ article: 'brussels' });
      const [first] = TALKS.geneva.statements;
      if (!first) throw new Error('the record has a statement');
      const mended = { ...first, speaker: 'Nelly Bly', side: null, sides: [], topics: [] };
      expect(await store.replaceStatements('geneva', [mended])).toBe(true);
      expect(await store.revision()).toBeGreaterThan(before);
      expect(await store.keysInScope({}, ALL)).toEqual(keys);
      expect(await store.statements({ article: 'brussels' })).toEqual(others);
      expect((await store.statements({ article: 'geneva' })).map(({ speaker }) => speaker)).toEqual([
        'Nelly Bly',
      ]);
      const moved = await store.candidates(await store.keysInScope({ speaker: 'Nelly Bly' }, ALL));
      expect(moved.flatMap(({ statements }) => statements.map(({ speaker }) => speaker))).toContain(
        'Nelly Bly',
      );
      expect(await store.replaceStatements('nowhere', [])).toBe(false);
    });

    it('keeps vectors to the bit', async () => {
      await save(TALKS.geneva, TALKS.brussels);
      const all = await storedVectors();
      expect(all.map(({ vector }) => vector)).toEqual([...TALKS.geneva.vectors, ...TALKS.brussels.vectors]);
      expect(all.map(({ key }) => key)).toEqual(await store.keysInScope({}, ALL));
      const [first, last] = [all[0]?.key ?? 0, all[6]?.key ?? 0];
      expect(await store.vectorsOf([last, 999_999, first])).toEqual(
        new Map([all[6], all[0]].map((row) => [row?.key, row?.vector])),
      );
      const { sentences, vectors } = TALKS.geneva;
      expect(await store.articleVectors('geneva')).toEqual(
        sentences.map(({ start, end }, i) => ({ start, end, vector: vectors[i] })),
      );
    });

    it('drops the vectors of another model, so that every article counts as changed', async () => {
      await store.setEmbeddingStamp(STAMP);
      await save(TALKS.geneva, TALKS.brussels);
      const revision = await store.revision();
      await store.setEmbeddingStamp(STAMP);
      expect(await store.revision()).toBe(revision);
      expect(await storedVectors()).toHaveLength(7);
      const other = { ...STAMP, model: 'other', dimensions: 4 };
      await store.setEmbeddingStamp(other);
      expect(await store.embeddingStamp()).toEqual(other);
      expect(await storedVectors()).toEqual([]);
      expect(await store.articleVectors('geneva')).toEqual([]);
      expect([...(await store.hashes()).values()]).toEqual(['', '']);
      expect(await store.revision()).toBeGreaterThan(revision);
      expect(await found(['guarantees'])).toHaveLength(1);
      const { id, text } = TALKS.geneva.article;
      expect(await store.saveArticle(recordOf({ id, text, dimensions: 4 }))).toBe('replaced');
      expect(await storedVectors()).toHaveLength(5);
    });

    it('takes over the vectors of another model when every sentence has one', async () => {
      await store.setEmbeddingStamp(STAMP);
      await save(TALKS.geneva, TALKS.brussels);
      const next = { ...STAMP, model: 'next', dimensions: 2 };
      const keys = await store.missingNext(next);
      expect(keys).toEqual((await storedVectors()).map(({ key }) => key));
      const [first = 0, ...rest] = keys;
      await store.saveNext(next, [
        { key: first, vector: vectorOf(first) },
        { key: 999_999, vector: vectorOf(1) },
      ]);
      expect(await store.missingNext(next)).toEqual(rest);
      await expect(store.saveNext(next, [{ key: first, vector: Float32Array.of(1) }])).rejects.toThrow('fit');
      expect(await store.switchToNext(next)).toBe(false);
      expect(await store.embeddingStamp()).toEqual(STAMP);
      const [hashes, revision] = [await store.hashes(), await store.revision()];
      await store.saveNext(
        next,
        rest.map((key) => ({ key, vector: vectorOf(key) })),
      );
      expect(await store.switchToNext({ ...next, dimensions: 3 })).toBe(false);
      expect((await storedVectors())[0]?.vector).toHaveLength(STAMP.dimensions);
      expect(await store.switchToNext(next)).toBe(true);
      expect(await store.embeddingStamp()).toEqual(next);
      expect(await storedVectors()).toEqual(keys.map((key) => ({ key, vector: vectorOf(key) })));
      expect(await store.hashes()).toEqual(hashes);
      expect(await store.revision()).toBeGreaterThan(revision);
      expect(await store.switchToNext(next)).toBe(false);
    });

    it('asks for the vectors of what came or changed meanwhile, and drops those of a third model', async () => {
      await store.setEmbeddingStamp(STAMP);
      await save(TALKS.geneva);
      const [next, third] = [
        { ...STAMP, model: 'next' },
        { ...STAMP, model: 'third' },
      ];
      const vector = new Float32Array(STAMP.dimensions).fill(1);
      const all = async () => (await store.missingNext(next)).map((key) => ({ key, vector }));
      await store.saveNext(next, await all());
      expect(await all()).toEqual([]);
      await save(TALKS.geneva, TALKS.brussels);
      expect(await all()).toHaveLength(7);
      expect(await store.switchToNext(next)).toBe(false);
      await store.saveNext(next, await all());
      await store.saveNext(third, []);
      expect(await all()).toHaveLength(7);
    });

    it('keeps notes', async () => {
      await store.setNote('commands', 'a');
      await store.setNote('commands', '');
      await store.setNote('__proto__', "b'\n🙂");
      expect(await store.note('commands')).toBe('');
      expect(await store.note('__proto__')).toBe("b'\n🙂");
    });

    it('gives back any record as it came', async () => {
      const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
      const records = fc.record({
        id: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
        text: fc.array(text, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('. ')),
        outlet: fc.option(text),
        published: fc.constantFrom('2022-01-10', '2022-01-11', null),
      });
      await fc.assert(
        fc.asyncProperty(records, async (sketch) => {
          const record = recordOf(sketch);
          await store.saveArticle(record);
          expect(await store.article(sketch.id)).toEqual(record.article);
          const keys = await store.keysInScope({}, ALL);
          const own = (await store.candidates(keys)).filter(({ article }) => article.id === sketch.id);
          expect(own.map(({ sentence }) => sentence)).toEqual(record.sentences);
          expect(own.map(({ passage }) => passage)).toEqual(record.passages);
          const vectors = await store.vectorsOf(own.map(({ key }) => key));
          expect([...vectors.values()]).toEqual(record.vectors);
          await store.removeArticle(sketch.id);
        }),
      );
    });
  });
}
