import { describe, expect, it } from 'vitest';
import { extractSpans } from '../../src/attribution/extract-spans.ts';
import { createStatementExtractor } from '../../src/attribution/pipeline.ts';
import { NUCLEAR } from './tables.ts';

const extract = createStatementExtractor({ extractSpans, ...NUCLEAR });

/** Microseconds of processor time that reading the text takes, the least of three: other programs do not count. */
function cost(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    extract({ text, skips: [] });
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

describe('time is linear in the length of', () => {
  it.each<[string, (size: number) => string]>([
    [
      'one line',
      (size) => 'Mr. Hale said the talks would go on, and Ms. Roe warned that they “must” end. '.repeat(size),
    ],
    ['marks within marks', (size) => `${'“'.repeat(10 * size)}We go on.${'”'.repeat(10 * size)}`],
    ['marks that nothing closes', (size) => '“We go on, and ‘they stay. '.repeat(size)],
    ['a conversation', (size) => 'MR. HALE: We go on.\n\nMS. ROE: And we stay, do we not?\n\n'.repeat(size)],
    [
      'people',
      (size) =>
        Array.from({ length: size }, (_, i) => `Envoy Jane Roe${i.toString(36)} said no.`).join('\n\n'),
    ],
  ])('%s', (_name, text) => {
    cost(text(50));
    // Eight times the text: linear time is 8 times as long, quadratic 64 times.
    expect(cost(text(800)) / cost(text(100))).toBeLessThan(32);
  });
});
