import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import type { Evidence } from '../src/domain/answer.ts';
import type { Article } from '../src/domain/article.ts';
import { overlaps } from '../src/text/span.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'parley-'));
const articles = new Map<string, Article>();
let app: App;

beforeAll(async () => {
  app = await createApp(readConfig({ DATA_DIR: dir }), { info: () => undefined, warn: () => undefined });
  await app.ingest([]);
  const store = await openSqliteStore({ path: path.join(dir, 'parley.sqlite') });
  for (const { id } of await app.sources()) {
    const article = await store.article(id);
    if (article) articles.set(id, article);
  }
  await store.close();
});
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true, force: true });
});

/** The one rule: a quote is the article at its span. */
function expectVerbatim(evidence: readonly Evidence[]): void {
  evidence.forEach((item, index) => {
    const article = articles.get(item.article);
    expect(article?.text.slice(item.start, item.end)).toBe(item.text);
    expect(item.text).toBe(item.text.trim());
    expect(item.n).toBe(index + 1);
    expect(item.title).toBe(article?.title);
    expect(item.score).toBeGreaterThanOrEqual(0);
    expect(item.score).toBeLessThanOrEqual(1);
    for (const skip of article?.skips ?? []) {
      expect(item.start >= skip.end || item.end <= skip.start, `${item.article} ${item.start}`).toBe(true);
    }
  });
}

describe('every evidence item of every command is the article at its span', () => {
  const words = fc.constantFrom(
    ...'what did the US Russia Ryabkov Sherman Blinken say offer want reject about on missiles NATO Ukraine exercises sanctions guarantees talks when where who " “ ? 🙂'.split(
      ' ',
    ),
  );
  const questions = fc.array(words, { minLength: 1, maxLength: 12 }).map((all) => `${all.join(' ')} a`);

  it('ask, whatever is asked with whatever filters', async () => {
    const filters = fc.record(
      {
        side: fc.constantFrom('US', 'Russia', 'NATO'),
        speaker: fc.constantFrom('Ryabkov', 'Sherman'),
        topic: fc.constantFrom('missiles', 'talks', 'ukraine'),
        since: fc.constantFrom('2022-01-01', '2023'),
        limit: fc.integer({ min: 1, max: 25 }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(questions, filters, async (question, narrowed) => {
        const answer = await app.ask(question, narrowed);
        expect(answer.answered).toBe(answer.evidence.length > 0);
        expect(answer.nearMisses.length).toBeLessThanOrEqual(2);
        expect(answer.evidence.length).toBeLessThanOrEqual(narrowed.limit ?? 5);
        expectVerbatim(answer.evidence);
        expectVerbatim(answer.nearMisses);
        for (const item of [...answer.evidence, ...answer.nearMisses]) {
          if (narrowed.since !== undefined) expect(item.published ?? '').not.toBe('');
        }
        for (const item of answer.evidence) {
          if (narrowed.side !== undefined) expect(item.side).toBe(narrowed.side);
          if (narrowed.topic !== undefined) expect(item.topics).toContain(narrowed.topic);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('speaker, for everybody', async () => {
    for (const { name, statements } of await app.speakers()) {
      const answer = await app.speaker(name);
      expect(answer.speaker?.name).toBe(name);
      expect(answer.statements.length).toBeGreaterThan(0);
      expect(answer.statements.length).toBeLessThanOrEqual(statements);
      expectVerbatim(answer.statements);
    }
  });

  it('position, compare and timeline, for every side and topic', async () => {
    for (const topic of app.topics) {
      const compared = await app.compare(topic.id);
      for (const { statements } of compared.sides) expectVerbatim(statements);
      const counts = compared.sides.map(({ statements }) => statements.length).filter((count) => count > 0);
      expect(new Set(counts).size).toBeLessThanOrEqual(1);
      const timeline = await app.timeline(topic.id);
      expectVerbatim(timeline.statements);
      expectVerbatim(timeline.undated);
      for (const side of app.sides) {
        const { statements } = await app.position(side.id, topic.id);
        expectVerbatim(statements);
        for (const item of statements) expect(item).toMatchObject({ side: side.id });
      }
    }
  });

  it('verify: any stretch of any article is found in it, verbatim', async () => {
    const stretch = fc.record({
      article: fc.constantFrom('ndo', 'eight-hour', 'messenger', 'closed-format', 'vestnik-kavkaza'),
      from: fc.nat(),
      length: fc.integer({ min: 4, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(stretch, async ({ article, from, length }) => {
        const { text = '', skips = [] } = articles.get(article) ?? {};
        const all = [...text.matchAll(/\S+/g)];
        const chosen = all.slice(from % (all.length - length)).slice(0, length);
        const start = chosen[0]?.index ?? 0;
        const end = (chosen.at(-1)?.index ?? 0) + 1;
        // Captions and bylines are no evidence, for a quote either.
        fc.pre(!skips.some((skip) => overlaps(skip, { start, end })));
        const quote = chosen.map(([word]) => word).join(' ');
        const answer = await app.verify(quote);
        expect(answer).toMatchObject({ verdict: 'verbatim', differences: [] });
        const { match } = answer;
        expect(articles.get(match?.article ?? '')?.text.slice(match?.start, match?.end)).toBe(match?.text);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is said, whole', () => {
  it('is the same by article, narrowed, and in the matrix', async () => {
    const all = await app.statements();
    expectVerbatim(all);
    const sources = await app.sources();
    expect(all).toHaveLength(sources.reduce((sum, { statements }) => sum + statements, 0));
    for (const { id, statements } of sources) {
      const view = await app.article(id);
      expect(view?.article).toEqual(articles.get(id));
      expect(view?.statements).toHaveLength(statements);
      expectVerbatim(view?.statements ?? []);
    }
    const { cells } = await app.matrix();
    for (const { side, topic, statements } of cells)
      expect(await app.statements({ side, topic })).toHaveLength(statements);
  });
});

describe('verify', () => {
  it('shows what a quote changed, and whose it is', async () => {
    const answer = await app.verify('“We will never allow anyone to close NATO’s open door policy”');
    expect(answer).toMatchObject({
      verdict: 'altered',
      match: { article: 'messenger', speaker: 'Wendy Sherman', side: 'US', type: 'direct' },
      differences: [{ kind: 'changed', given: 'never', source: 'not' }],
    });
  });

  it('never lets an ellipsis swallow words silently', async () => {
    const answer = await app.verify('We need ironclad … guarantees, not promises');
    expect(answer.verdict).toBe('altered');
    expect(answer.differences).toEqual([{ kind: 'missing', given: '…', source: 'legally relevant' }]);
  });

  it('does not find what nobody said', async () => {
    expect(await app.verify('Ask not what your country can do for you')).toMatchObject({
      verdict: 'not-found',
      match: null,
    });
  });

  it('refuses a quote without words', async () => {
    await expect(app.verify('“…”')).rejects.toThrow(
      'There are no words in the quote; give the words as they were quoted.',
    );
  });
});
