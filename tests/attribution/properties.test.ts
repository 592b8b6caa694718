import { array, assert, constantFrom, integer, nat, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractSpans } from '../../src/attribution/extract-spans.ts';
import { createStatementExtractor } from '../../src/attribution/pipeline.ts';
import { mergeSpans, overlaps, type Span } from '../../src/text/span.ts';

const PIECES = [
  'said', 'told', 'according to', 'warned', 'that', 'He', 'she', 'Anna Novak', 'the minister', 'talks', 'would', 'go on', 'and',
  'but', 'never', '.', '. ', ', ', ': ', '? ', ' — ', '(', ')', '"', ' "', '" ', '“', '”', "'", ' ‘', '’ ', "''", '«', '»', '\n',
  '\n\n', ' ', ' ', 'ALL CAPS SAID', 'U.S.', '1,000', 'Quote"', '🙂', '\u00a0', 'é',
]; // prettier-ignore
const text = array(constantFrom(...PIECES), { maxLength: 120 }).map((pieces) =>
  pieces.join(pieces.length % 2 ? ' ' : ''),
);
const skips = array(tuple(nat(400), integer({ min: 1, max: 40 })), { maxLength: 4 });

function check(article: string, skipped: readonly Span[]): void {
  for (const { content, source, cue } of extractSpans(article, skipped)) {
    const spans = [...content, ...source, ...cue];
    expect(content.length).toBeGreaterThan(0);
    for (const span of spans) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(article.length);
      expect(article.slice(span.start, span.end)).not.toMatch(/^\s|\s$/);
      expect(skipped.some((skip) => overlaps(skip, span))).toBe(false);
    }
    const sorted = spans.toSorted((a, b) => a.start - b.start);
    sorted.forEach((span, i) => expect(span.start).toBeGreaterThanOrEqual(sorted[i - 1]?.end ?? 0));
    for (const role of [content, source, cue])
      expect(role).toEqual(role.toSorted((a, b) => a.start - b.start));
  }
}

describe('extractSpans, on anything', () => {
  it('keeps spans in the text, out of skips, and roles apart', () => {
    assert(
      property(text, skips, (article, pairs) => {
        const spans = pairs.map(([start, length]) => ({
          start,
          end: Math.min(start + length, article.length),
        }));
        check(article, mergeSpans(spans.filter(({ start, end }) => start < end)));
      }),
      { numRuns: 300 },
    );
  });

  it('takes any string at all', () => {
    assert(property(string({ unit: 'binary', maxLength: 300 }), (article) => check(article, [])));
  });

  it.each([
    ['a sentence of 10,000 words', `Novak said ${'that the talks would go on and '.repeat(1_700)} end.`],
    ['10,000 words without a stop, all capitals', 'NOVAK SAID THE TALKS WILL FAIL '.repeat(1_700)],
    ['a mark that never closes', `Novak said: "${'We will go on. '.repeat(2_500)}`],
    ['nothing but marks', `"'“‘”’«»''`.repeat(1_000)],
    ['marks within marks', '"He said "no" and \'yes\' and “maybe” '.repeat(1_000)],
  ])('takes %s', (_name, article) => {
    check(article, []);
  });

  it('takes time linear in the length of a paragraph', () => {
    const sentence =
      'Novak said that the "talks" would go on, and Lind, who listened, added: "We agree," he noted. ';
    const cost = (repeats: number): number => {
      const article = sentence.repeat(repeats);
      const times = Array.from({ length: 3 }, () => {
        // Processor time: other programs do not count.
        const before = process.cpuUsage();
        extractSpans(article);
        const { user, system } = process.cpuUsage(before);
        return user + system;
      });
      return Math.min(...times);
    };
    cost(100);
    // Eight times the text: linear time is 8 times as long, quadratic 64 times.
    expect(cost(1_600) / cost(200)).toBeLessThan(32);
  });
});

describe('statements', () => {
  const extract = createStatementExtractor({ extractSpans, actors: { sides: [], actors: [] }, topics: [] });

  /** What every object has: a table that is a plain object finds them all. */
  it.each(Object.getOwnPropertyNames(Object.prototype))('takes “%s” for a word', (word) => {
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    const article = [
      `The head of ${word} said the bridge would open.`,
      `John ${capital}, the ${word} of Norland, said they’${word} go. ${capital} said: “We will sign.”`,
      `${word}: We will pay.`,
    ].join('\n\n');
    const found = extract({ text: article, skips: [] });
    expect(found.length).toBeGreaterThan(1);
    for (const { speaker, content } of found) {
      expect(speaker === null || article.includes(speaker), `${speaker}`).toBe(true);
      for (const { start, end } of content) expect(article.slice(start, end).trim()).not.toBe('');
    }
  });
});
