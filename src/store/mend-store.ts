import type { Store } from './ports.ts';

/** What a store does, at once where its driver is synchronous. */
type Work<F> = F extends (...args: infer A) => Promise<infer R> ? (...args: A) => R | Promise<R> : never;
export type StoreWork = { readonly [K in Exclude<keyof Store, 'readOnly'>]: Work<Store[K]> };

/** The store that does the work; what fails rejects with what `failureOf` makes of it, a sentence where a person can mend it. */
export function mendStore(work: StoreWork, failureOf: (error: unknown) => unknown): Store {
  const mended =
    <A extends unknown[], R>(method: (...args: A) => R | Promise<R>) =>
    async (...args: A): Promise<R> => {
      try {
        return await method(...args);
      } catch (error) {
        throw failureOf(error);
      }
    };
  return {
    readOnly: null,
    saveArticle: mended(work.saveArticle),
    replaceStatements: mended(work.replaceStatements),
    removeArticle: mended(work.removeArticle),
    article: mended(work.article),
    hashes: mended(work.hashes),
    signatures: mended(work.signatures),
    sources: mended(work.sources),
    counts: mended(work.counts),
    revision: mended(work.revision),
    searchSentences: mended(work.searchSentences),
    searchPassages: mended(work.searchPassages),
    sentenceFrequencies: mended(work.sentenceFrequencies),
    candidates: mended(work.candidates),
    keysInScope: mended(work.keysInScope),
    statements: mended(work.statements),
    statedArticles: mended(work.statedArticles),
    addCorrection: mended(work.addCorrection),
    removeCorrection: mended(work.removeCorrection),
    corrections: mended(work.corrections),
    embeddingStamp: mended(work.embeddingStamp),
    setEmbeddingStamp: mended(work.setEmbeddingStamp),
    saveNext: mended(work.saveNext),
    missingNext: mended(work.missingNext),
    switchToNext: mended(work.switchToNext),
    vectorsOf: mended(work.vectorsOf),
    articleVectors: mended(work.articleVectors),
    visit: mended(work.visit),
    saveVisit: mended(work.saveVisit),
    note: mended(work.note),
    setNote: mended(work.setNote),
    remember: mended(work.remember),
    forgetMemories: mended(work.forgetMemories),
    forgetAsked: mended(work.forgetAsked),
    recall: mended(work.recall),
    arrivals: mended(work.arrivals),
    lastArrival: mended(work.lastArrival),
    addFollow: mended(work.addFollow),
    follows: mended(work.follows),
    removeFollow: mended(work.removeFollow),
    destinations: mended(work.destinations),
    removeDestination: mended(work.removeDestination),
    claimBatch: mended(work.claimBatch),
    finishBatch: mended(work.finishBatch),
    passOver: mended(work.passOver),
    lastAsked: mended(work.lastAsked),
    setLastAsked: mended(work.setLastAsked),
    close: mended(work.close),
  };
}
