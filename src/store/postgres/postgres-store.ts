import type { Store } from '../ports.ts';
import { openConnections, type Connections } from './connection-pool.ts';
import { createKeepArticles } from './keep-articles.ts';
import { createKeepFollows, keepArrivals } from './keep-follows.ts';
import { createKeepNotes } from './keep-notes.ts';
import { createKeepVectors, readStamp } from './keep-vectors.ts';
import { createRankWords } from './rank-words.ts';
import { createReadArticles } from './read-articles.ts';
import { createReadCandidates } from './read-candidates.ts';
import { serverFailure } from './server-failure.ts';

/**
 * Opens the store on a PostgreSQL server (15 or newer), making its tables where they are missing. Rejects with `UserError`
 * for no server, a wrong password, tables of a newer Parley or of another program; no message has the address whole.
 *
 * @param url `postgres://USER:PASSWORD@HOST:PORT/DATABASE`
 */
export async function openPostgresStore(url: string): Promise<Store> {
  return createPostgresStore(await openConnections(url), url);
}

function createPostgresStore(connections: Connections, url: string): Store {
  const mended =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      try {
        return await work(...args);
      } catch (error) {
        throw serverFailure(error, url);
      }
    };
  const kept = createKeepArticles({ connections, embeddingStamp: readStamp, keepArrivals });
  const read = createReadArticles(connections);
  const ranked = createRankWords(connections, read.revision);
  const candidates = createReadCandidates(connections);
  const vectors = createKeepVectors(connections);
  const follows = createKeepFollows(connections);
  const notes = createKeepNotes(connections);
  return {
    readOnly: null,
    saveArticle: mended(kept.saveArticle),
    replaceStatements: mended(kept.replaceStatements),
    removeArticle: mended(kept.removeArticle),
    article: mended(read.article),
    hashes: mended(read.hashes),
    signatures: mended(read.signatures),
    sources: mended(read.sources),
    counts: mended(read.counts),
    revision: mended(read.revision),
    searchSentences: mended(ranked.searchSentences),
    searchPassages: mended(ranked.searchPassages),
    sentenceFrequencies: mended(ranked.sentenceFrequencies),
    candidates: mended(candidates.candidates),
    keysInScope: mended(candidates.keysInScope),
    statements: mended(candidates.statements),
    addCorrection: mended(notes.addCorrection),
    removeCorrection: mended(notes.removeCorrection),
    corrections: mended(notes.corrections),
    embeddingStamp: mended(vectors.embeddingStamp),
    setEmbeddingStamp: mended(vectors.setEmbeddingStamp),
    saveNext: mended(vectors.saveNext),
    missingNext: mended(vectors.missingNext),
    switchToNext: mended(vectors.switchToNext),
    vectorsOf: mended(vectors.vectorsOf),
    articleVectors: mended(vectors.articleVectors),
    visit: mended(notes.visit),
    saveVisit: mended(notes.saveVisit),
    note: mended(notes.note),
    setNote: mended(notes.setNote),
    remember: mended(notes.remember),
    recall: mended(notes.recall),
    arrivals: mended(follows.arrivals),
    lastArrival: mended(follows.lastArrival),
    addFollow: mended(follows.addFollow),
    follows: mended(follows.follows),
    removeFollow: mended(follows.removeFollow),
    destinations: mended(follows.destinations),
    removeDestination: mended(follows.removeDestination),
    claimBatch: mended(follows.claimBatch),
    finishBatch: mended(follows.finishBatch),
    passOver: mended(follows.passOver),
    lastAsked: mended(follows.lastAsked),
    setLastAsked: mended(follows.setLastAsked),
    close: mended(() => connections.close()),
  };
}
