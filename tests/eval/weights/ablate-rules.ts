import { readFileSync } from 'node:fs';
import { createExtractor } from '../../../src/attribution/extract-spans.ts';
import { SPAN_RULES, STATEMENT_RULES } from '../../../src/attribution/link/rules.ts';
import { readWeights, type WeightsFile } from '../../../src/attribution/tag/read-weights.ts';
import { createStatementExtractor } from '../../../src/attribution/pipeline.ts';
import { findSkips } from '../../../src/sources/find-skips.ts';
import { indexAt, type Span } from '../../../src/text/span.ts';
import { scanWords } from '../../../src/text/words/scan-words.ts';
import { readCorpus } from '../../../src/training/attribution/read-brat.ts';

/** F1 in per cent of statements that share half of their words with the gold's, with the same words, and with the source right. */
interface RuleFigures {
  readonly overlap: number;
  readonly source: number;
  readonly exact: number;
}

const WEIGHTS = new URL('../../../src/attribution/tag/weights.json', import.meta.url);

/** The numbers of the words that begin in the spans. */
const wordsIn = (words: readonly Span[], spans: readonly Span[]): Set<number> =>
  new Set(
    spans.flatMap(({ start, end }) => {
      const first = indexAt(words, start);
      return Array.from({ length: indexAt(words, end) - first }, (_, k) => first + k);
    }),
  );

/** A negotiation without sides, people and topics: whose statements they are by what the text says. */
const NOBODY_LISTED = { actors: { sides: [], actors: [] }, topics: [] };

/**
 * Switches off one rule of attribution after the other and prints what each gains on a corpus in brat's layout, the layout
 * of each text read first as it always is.
 */
export function ablateRules(directory: string, print: (line: string) => void): void {
  const file: WeightsFile = JSON.parse(readFileSync(WEIGHTS, 'utf8'));
  const weights = readWeights(file);
  const articles = readCorpus(directory).map((article) => ({ ...article, words: scanWords(article.text) }));
  const scored = (without: ReadonlySet<string>): RuleFigures => {
    const extractSpans = createExtractor(weights, without);
    const extract = createStatementExtractor({ extractSpans, ...NOBODY_LISTED });
    let [gold, found, overlap, source, exact] = [0, 0, 0, 0, 0];
    for (const { text, statements, words } of articles) {
      const own = extract({ text, skips: findSkips(text, null) }).map((statement) => ({
        statement,
        words: wordsIn(words, statement.content),
      }));
      const wanted = statements.map((statement) => ({ statement, words: wordsIn(words, statement.content) }));
      gold += wanted.length;
      found += own.length;
      const pairs = wanted.flatMap((one) =>
        own.flatMap((other) => {
          const shared = [...one.words].filter((word) => other.words.has(word)).length;
          const likeness = shared / (one.words.size + other.words.size - shared);
          return likeness >= 0.5 ? [{ one, other, likeness }] : [];
        }),
      );
      const used = new Set<object>();
      for (const { one, other, likeness } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
        if (used.has(one) || used.has(other)) continue;
        used.add(one).add(other);
        overlap++;
        if (likeness === 1) exact++;
        if (sameSource(wordsIn(words, one.statement.source), wordsIn(words, other.statement.source)))
          source++;
      }
    }
    const f1 = (hits: number): number => (200 * hits) / (gold + found);
    return { overlap: f1(overlap), source: f1(source), exact: f1(exact) };
  };
  const all = scored(new Set());
  const show = (name: string, figures: RuleFigures): void =>
    print(
      `${name.padEnd(20)} overlap ${figures.overlap.toFixed(2)} · with source ${figures.source.toFixed(2)} · exact ${figures.exact.toFixed(2)}`,
    );
  show('all rules', all);
  for (const { name } of [...SPAN_RULES, ...STATEMENT_RULES]) {
    const off = scored(new Set([name]));
    show(name, {
      overlap: all.overlap - off.overlap,
      source: all.source - off.source,
      exact: all.exact - off.exact,
    });
  }
}

/** Whether the two share a word, or neither has one. */
function sameSource(gold: ReadonlySet<number>, own: ReadonlySet<number>): boolean {
  return gold.size === 0 ? own.size === 0 : [...gold].some((word) => own.has(word));
}
