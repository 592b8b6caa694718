import type { ArticleMeta, Visit } from '../../../src/domain/article.ts';
import type { Correction } from '../../../src/domain/change/correction.ts';
import { signatureOf } from '../../../src/text/shingles.ts';
import { overlaps, textAt } from '../../../src/text/span.ts';
import {
  isSameStamp,
  type ArticleRecord,
  type Candidate,
  type EmbeddingStamp,
  type Scope,
  type Store,
  type StoredStatement,
} from '../../../src/store/ports.ts';
import { arrivalsOf } from '../../../src/store/arrivals-of.ts';
import { checkRecord } from '../../../src/store/record.ts';
import { createMemoryFollows } from './memory-follows.ts';
import { distinctTerms, stem, termsOf, tokens } from '../../../src/store/search-terms.ts';
import { bm25, occurrences } from './bm25.ts';

interface Kept {
  readonly record: ArticleRecord;
  readonly rows: readonly Row[];
  readonly statements: readonly StoredStatement[];
}

interface Row extends Candidate {
  readonly vector: Float32Array | undefined;
  readonly sentenceStems: readonly string[];
  readonly passageStems: readonly string[];
}

function startOf(statement: StoredStatement): number {
  return Math.min(...statement.content.map((span) => span.start));
}

function atMost(limit: number): number {
  return Math.max(Math.floor(limit) || 0, 0);
}

function newestFirst(a: ArticleRecord, b: ArticleRecord): number {
  const [left, right] = [a.article, b.article];
  if (left.published !== right.published) return (left.published ?? '') < (right.published ?? '') ? 1 : -1;
  return left.id < right.id ? -1 : 1;
}

function ofArticle(scope: Scope, article: ArticleMeta): boolean {
  return (scope.article ?? article.id) === article.id && dated(scope, article.published);
}

function dated(scope: Scope, published: string | null): boolean {
  if (scope.since === undefined && scope.until === undefined) return true;
  return (
    published !== null &&
    published >= (scope.since ?? '') &&
    (scope.until === undefined || published <= scope.until)
  );
}

function said(scope: Scope, statement: StoredStatement): boolean {
  return (
    (scope.side === undefined || statement.side === scope.side) &&
    (scope.speaker === undefined || statement.speaker === scope.speaker) &&
    (scope.topic === undefined || statement.topics.includes(scope.topic))
  );
}

function inScope(scope: Scope, row: Row): boolean {
  const open = scope.side === undefined && scope.speaker === undefined && scope.topic === undefined;
  return (
    ofArticle(scope, row.article) && (open || row.statements.some((statement) => said(scope, statement)))
  );
}

/** A store that keeps nothing on disk: for tests, and the plain reading of what the SQLite store must do. */
export function createMemoryStore(): Store {
  let kept = new Map<string, Kept>();
  const notes = new Map<string, string>();
  const visits = new Map<string, Visit>();
  const memories = new Map<string, { readonly value: string; readonly until: number }>();
  let corrections: Correction[] = [];
  let stamp: EmbeddingStamp | null = null;
  let nextStamp: EmbeddingStamp | null = null;
  const nextVectors = new Map<number, Float32Array>();
  const { keepArrivals, ...follows } = createMemoryFollows();
  let [revision, lastKey, lastStatement, lastCorrection] = [0, 0, 0, 0];

  const all = () => [...kept.values()].toSorted((a, b) => newestFirst(a.record, b.record));
  const rows = () => [...kept.values()].flatMap((one) => one.rows).toSorted((a, b) => a.key - b.key);
  const stored = () => rows().flatMap(({ key, vector }) => (vector ? [{ key, vector: vector.slice() }] : []));

  function keep(record: ArticleRecord): Kept {
    const { article, sentences, passages, vectors } = record;
    const { id, title, outlet, author, published, url, text } = article;
    const statements = record.statements
      .map((statement): StoredStatement => ({ ...statement, key: ++lastStatement, article: id }))
      .toSorted((a, b) => startOf(a) - startOf(b) || a.key - b.key);
    const rowsOf = sentences.flatMap((sentence, i): Row[] => {
      const passage = passages[i];
      if (!passage) return [];
      const [words, passageText] = [textAt(text, sentence), textAt(text, passage)];
      return [
        {
          key: ++lastKey,
          article: { id, title, outlet, author, published, url },
          sentence,
          text: words,
          passage,
          passageText,
          isIntact: true,
          statements: statements.filter(({ content }) => content.some((span) => overlaps(span, sentence))),
          vector: vectors[i]?.slice(),
          sentenceStems: tokens(words).map(stem),
          passageStems: tokens(passageText).map(stem),
        },
      ];
    });
    return { record, rows: rowsOf, statements };
  }

  function search(
    stemsOf: (row: Row) => readonly string[],
    words: readonly string[],
    limit: number,
    scope: Scope,
  ) {
    const within = new Set(rows().flatMap((row) => (inScope(scope, row) ? [row.key] : [])));
    const hits = bm25(rows(), stemsOf, distinctTerms(words)).filter(({ key }) => within.has(key));
    return hits.slice(0, atMost(limit));
  }

  return {
    ...follows,
    readOnly: null,
    async saveArticle(record) {
      checkRecord(record, stamp);
      const before = kept.get(record.article.id);
      const outcome = before ? 'replaced' : 'added';
      if (before?.record.article.text !== record.article.text) keepArrivals(arrivalsOf(record));
      kept.set(record.article.id, keep(record));
      revision++;
      return outcome;
    },
    async replaceStatements(id, statements) {
      const one = kept.get(id);
      if (!one) return false;
      const fresh = keep({ ...one.record, statements });
      const ofRow = (row: Row): StoredStatement[] =>
        fresh.statements.filter(({ content }) => content.some((span) => overlaps(span, row.sentence)));
      kept.set(id, { ...fresh, rows: one.rows.map((row) => ({ ...row, statements: ofRow(row) })) });
      revision++;
      return true;
    },
    async removeArticle(id) {
      const statements = kept.get(id)?.statements.length ?? 0;
      if (!kept.delete(id)) return null;
      revision++;
      const copies = [...kept].filter(([, { record }]) => record.article.copyOf === id).map(([copy]) => copy);
      const [heir = null] = copies.toSorted();
      for (const copy of copies) {
        const one = kept.get(copy);
        if (!one) continue;
        const article = { ...one.record.article, copyOf: copy === heir ? null : heir };
        kept.set(copy, { ...one, record: { ...one.record, article } });
      }
      const left = corrections.filter(({ article }) => article !== id);
      const removed = { statements, corrections: corrections.length - left.length };
      corrections = left;
      return removed;
    },
    signatures: async () =>
      new Map(
        [...kept]
          .map(([id, { record }]) => [id, signatureOf(record.article.text)] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    article: async (id) => kept.get(id)?.record.article ?? null,
    hashes: async () =>
      new Map(
        [...kept]
          .map(([id, { record }]) => [id, record.article.hash] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    sources: async () =>
      all().map(({ record: { article, sentences, statements } }) => {
        const { id, title, outlet, author, published, url } = article;
        const counts = {
          sentences: sentences.length,
          passages: sentences.length,
          statements: statements.length,
        };
        return { id, title, outlet, author, published, url, ...counts };
      }),
    async counts() {
      const [sentences, statements] = [rows().length, all().flatMap((one) => one.statements).length];
      return { articles: kept.size, sentences, passages: sentences, statements };
    },
    revision: async () => revision,
    searchSentences: async (words, limit, scope = {}) =>
      search((row) => row.sentenceStems, words, limit, scope),
    searchPassages: async (words, limit, scope = {}) =>
      search((row) => row.passageStems, words, limit, scope),
    sentenceFrequencies: async (words) =>
      termsOf(words).map(
        (term) => rows().filter((row) => term.stems && occurrences(row.sentenceStems, term) > 0).length,
      ),
    async candidates(keys, scope = {}) {
      const byKey = new Map(rows().map((row) => [row.key, row]));
      return keys.flatMap((key) => {
        const row = byKey.get(key);
        if (!row || !inScope(scope, row)) return [];
        const { article, sentence, text, passage, passageText, isIntact, statements } = row;
        return [{ key, article, sentence, text, passage, passageText, isIntact, statements }];
      });
    },
    keysInScope: async (scope, limit, after = 0) =>
      rows()
        .filter((row) => row.key > after && inScope(scope, row))
        .map(({ key }) => key)
        .slice(0, atMost(limit)),
    statements: async (scope = {}) =>
      all()
        .filter(({ record }) => ofArticle(scope, record.article))
        .flatMap((one) => one.statements.filter((statement) => said(scope, statement))),
    statedArticles: async () =>
      all().flatMap(({ record, statements }) =>
        statements.length === 0
          ? []
          : [{ article: record.article.id, last: Math.max(...statements.map(({ key }) => key)) }],
      ),
    async addCorrection(correction) {
      corrections.push({ ...correction, id: ++lastCorrection });
      return lastCorrection;
    },
    async removeCorrection(id) {
      const before = corrections.length;
      corrections = corrections.filter((one) => one.id !== id);
      return corrections.length < before;
    },
    corrections: async (article) =>
      corrections.filter((one) => article === undefined || one.article === article),
    embeddingStamp: async () => stamp,
    async setEmbeddingStamp(next) {
      const { provider, model, dimensions } = next;
      if (stamp?.provider === provider && stamp.model === model && stamp.dimensions === dimensions) return;
      if (stamp)
        kept = new Map(
          [...kept].map(([id, { record, rows: old, statements }]) => [
            id,
            {
              record: { ...record, article: { ...record.article, hash: '' } },
              rows: old.map((row) => ({ ...row, vector: undefined })),
              statements,
            },
          ]),
        );
      stamp = { provider, model, dimensions };
      revision++;
    },
    async saveNext(next, vectors) {
      if (!nextStamp || !isSameStamp(nextStamp, next)) nextVectors.clear();
      nextStamp = next;
      const keys = new Set(rows().map(({ key }) => key));
      for (const { key, vector } of vectors) {
        if (vector.length !== next.dimensions) throw new Error('a vector does not fit its stamp');
        if (keys.has(key)) nextVectors.set(key, vector.slice());
      }
    },
    missingNext: async (next) =>
      rows().flatMap(({ key }) =>
        nextStamp && isSameStamp(nextStamp, next) && nextVectors.has(key) ? [] : [key],
      ),
    async switchToNext(next) {
      if (!nextStamp || !isSameStamp(nextStamp, next)) return false;
      if (rows().some(({ key }) => !nextVectors.has(key))) return false;
      kept = new Map(
        [...kept].map(([id, one]) => [
          id,
          { ...one, rows: one.rows.map((row) => ({ ...row, vector: nextVectors.get(row.key) })) },
        ]),
      );
      stamp = next;
      nextStamp = null;
      nextVectors.clear();
      revision++;
      return true;
    },
    async vectorsOf(keys) {
      const wanted = new Set(keys);
      return new Map(
        stored().flatMap(({ key, vector }) => (wanted.has(key) ? [[key, vector] as const] : [])),
      );
    },
    articleVectors: async (id) =>
      (kept.get(id)?.rows ?? []).flatMap(({ sentence: { start, end }, vector }) =>
        vector ? [{ start, end, vector: vector.slice() }] : [],
      ),
    visit: async (url) => visits.get(url) ?? null,
    saveVisit: async (visit) => void visits.set(visit.url, visit),
    note: async (name) => notes.get(name) ?? null,
    async setNote(name, value) {
      notes.set(name, value);
    },
    async remember(key, value, keepMs) {
      memories.set(key, { value, until: Date.now() + keepMs });
    },
    async recall(key) {
      const memory = memories.get(key);
      return memory && memory.until > Date.now() ? memory.value : null;
    },
    async forgetMemories(words) {
      for (const [key, { value }] of memories)
        if (key.includes(words) || value.includes(words)) memories.delete(key);
    },
    async close() {},
  };
}
