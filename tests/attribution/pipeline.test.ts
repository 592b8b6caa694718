import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractSpans, type RawStatement } from '../../src/attribution/extract-spans.ts';
import { createStatementExtractor } from '../../src/attribution/pipeline.ts';
import { contains, overlaps, textAt, type Span } from '../../src/text/span.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { NUCLEAR, TRADE, WAGES } from './tables.ts';

const TABLES = { nuclear: NUCLEAR, wages: WAGES, trade: TRADE };

describe('articles on other negotiations', () => {
  it.each([
    ['nuclear', 'would never accept limits', 'Ali Rezai', 'Iran', 'indirect', 'rejects'],
    ['nuclear', 'We have no plans to build', 'Ali Rezai', 'Iran', 'direct', 'denies'],
    ['nuclear', 'far from enough', 'Claire Fontaine', 'EU', 'mixed', 'states'],
    ['nuclear', 'to let inspectors back', 'Claire Fontaine', 'EU', 'indirect', 'demands'],
    ['nuclear', 'patience was running out', 'Claire Fontaine', 'EU', 'indirect', 'warns'],
    ['nuclear', 'ready to unfreeze some oil revenue', 'Claire Fontaine', 'EU', 'indirect', 'offers'],
    ['nuclear', 'They ask for everything', 'Claire Fontaine', 'EU', 'direct', 'states'],
    ['nuclear', 'had moved centrifuges', 'Ali Rezai', 'Iran', 'indirect', 'denies'],
    ['nuclear', 'a deal was within reach', 'Oleg Petrenko', 'Russia', 'indirect', 'states'],
    ['nuclear', '"premature"', 'John Hale', null, 'mixed', 'states'],
    ['nuclear', 'would stay in Vienna', 'Iranian Foreign Ministry', 'Iran', 'indirect', 'states'],
    ['nuclear', 'enrichment would continue', 'Iranian Foreign Ministry', 'Iran', 'indirect', 'states'],
    ['wages', 'offer was unacceptable', 'Maria Lopez', 'Union', 'indirect', 'rejects'],
    ['wages', 'Our members need a real raise', 'Maria Lopez', 'Union', 'direct', 'demands'],
    ['wages', 'prepared to raise wages', 'Peter Lindqvist', 'Company', 'indirect', 'offers'],
    ['wages', 'the demand for a shorter week', 'Peter Lindqvist', 'Company', 'indirect', 'rejects'],
    ['wages', 'planned to close', 'Peter Lindqvist', 'Company', 'indirect', 'denies'],
    ['wages', 'serious consequences', 'Peter Lindqvist', 'Company', 'direct', 'warns'],
    ['wages', 'rarely settled quickly', 'Tom Baker', null, 'indirect', 'states'],
    ['wages', 'behind the backs of our members', 'Maria Lopez', 'Union', 'direct', 'rejects'],
    ['trade', 'must open its dairy market', 'Robert Cole', 'US', 'indirect', 'demands'],
    ['trade', 'give away something for nothing', 'Robert Cole', 'US', 'direct', 'rejects'],
    ['trade', 'illegal and unjustified', 'Anne Tremblay', 'Canada', 'mixed', 'states'],
    ['trade', 'no intention of changing its dairy system', 'Anne Tremblay', 'Canada', 'indirect', 'rejects'],
    ['trade', 'cap exports of softwood timber', 'Anne Tremblay', 'Canada', 'indirect', 'offers'],
    ['trade', 'These claims are baseless', 'Anne Tremblay', 'Canada', 'direct', 'denies'],
    ['trade', 'given away too much', 'National Lumber Council', null, 'indirect', 'states'],
  ] as const)('%s: %s', (name, words, speaker, side, type, act) => {
    const text = readFileSync(new URL(`articles/${name}.txt`, import.meta.url), 'utf8');
    const extract = createStatementExtractor({ extractSpans, ...TABLES[name] });
    const found = extract({ text, skips: [] }).find(({ content }) =>
      content.some((span) => textAt(text, span).includes(words)),
    );
    expect(found).toMatchObject({ speaker, side, type, act });
  });
});

const spans = (length: number): fc.Arbitrary<Span[]> =>
  fc
    .array(fc.tuple(fc.nat(length + 2), fc.nat(length + 2)), { maxLength: 3 })
    .map((pairs) => pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })));

const check = (of: string, skips: readonly Span[], statements: readonly Statement[]): void => {
  for (const { content, source, cue } of statements) {
    expect(content.length).toBeGreaterThan(0);
    const all = [...content, ...source, ...cue];
    for (const span of all) {
      expect(contains({ start: 0, end: of.length }, span) && span.start < span.end).toBe(true);
      expect(skips.some((skip) => overlaps(skip, span))).toBe(false);
    }
    all.forEach((a, i) => all.slice(i + 1).forEach((b) => expect(overlaps(a, b)).toBe(false)));
  }
};

describe('whatever the text', () => {
  const word = fc.constantFrom(
    ...'Mr. Ms. Roe Karimi Tehran US U.S. Russian envoy the a he she they said according to that and “ ” " \' ’ ‘ , . : ( ) — - \n \n\n İstanbul 👍 e\u0301 must no intention of invading, SHOUTING what by who'.split(
      ' ',
    ),
    ' ',
    '"',
  );
  const text = fc.array(word, { maxLength: 80 }).map((words) => words.join(' '));
  const article = text.chain((words) =>
    fc.record({
      text: fc.constant(words),
      skips: spans(words.length).map((found) =>
        found.filter(({ start, end }, i) => start < end && end <= words.length && i === 0),
      ),
      raws: fc.array(
        fc.record({
          source: spans(words.length),
          cue: spans(words.length),
          content: spans(words.length),
          cueClass: fc.constant('speech' as const),
        }),
        { maxLength: 5 },
      ),
    }),
  );

  it('spans are inside the text, outside skips, and never overlap, even when the tagger’s are anything', () => {
    fc.assert(
      fc.property(article, ({ text: of, skips, raws }) => {
        const given: RawStatement[] = raws;
        check(
          of,
          skips,
          createStatementExtractor({ extractSpans: () => given, ...NUCLEAR })({ text: of, skips }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('the same with the tagger', () => {
    const extract = createStatementExtractor({ extractSpans, ...NUCLEAR });
    fc.assert(
      fc.property(article, ({ text: of, skips }) => check(of, skips, extract({ text: of, skips }))),
      { numRuns: 100 },
    );
  });

  it('a name within a skip names nobody', () => {
    const of = 'M. \n — Mr.';
    const extract = createStatementExtractor({ extractSpans, ...NUCLEAR });
    const skips = [{ start: 1, end: of.length - 2 }];
    check(of, skips, extract({ text: of, skips }));
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n '],
    ['marks', '"'.repeat(500)],
    ['one sentence of ten thousand words', `Ms. Roe said ${'that it rained and '.repeat(2500)}`],
    ['ten thousand names', 'US envoy Jane Roe met John Doe. '.repeat(1200)],
    ['a quotation that never ends', `He said “${'we must go on. '.repeat(2000)}`],
    ['capitals', 'MS. ROE SAID THE US WOULD NEVER AGREE. '.repeat(100)],
  ])('reads %s', (_name, of) => {
    const extract = createStatementExtractor({ extractSpans, ...NUCLEAR });
    check(of, [], extract({ text: of, skips: [] }));
  });
});
