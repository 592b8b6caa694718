import { describe, expect, it } from 'vitest';
import type { PositionChange } from '../../src/domain/position-change.ts';
import { evidence } from '../support/fake-app.ts';
import { evaluateChanges } from './changes.ts';
import type { GoldPosition } from './position-gold.ts';

const SEARCHED = { articles: 1, passages: 1 };
const QUOTE = 'We offer a raise of 7 per cent';

const said = (text: string) =>
  evidence({ article: 'first', published: '2024-01-01', side: 'A', act: 'offers', topics: ['pay'], text });

function first(text: string): PositionChange {
  return {
    kind: 'first',
    side: 'A',
    topic: 'pay',
    when: '2024-01-01',
    from: null,
    to: said(text),
    differences: [],
    words: { from: null, to: null },
  };
}

const GOLD: GoldPosition[] = [
  {
    side: 'A',
    topic: 'pay',
    said: [
      {
        on: '2024-01-01',
        article: 'first',
        also: [],
        quote: QUOTE,
        act: 'offers',
        changes: [{ kind: 'first', quotes: [], fromQuotes: [] }],
      },
    ],
  },
];

async function printed(found: readonly string[], latest: string): Promise<string[]> {
  const lines: string[] = [];
  await evaluateChanges(
    {
      changes: () => Promise.resolve({ changes: found.map(first), searched: SEARCHED }),
      latest: () =>
        Promise.resolve({
          side: 'A',
          topic: 'pay',
          now: [{ act: 'offers', evidence: said(latest), replaces: null }],
          changes: [],
          searched: SEARCHED,
        }),
    },
    GOLD,
    ['2024-02-01'],
    (line) => lines.push(line),
  );
  return lines;
}

describe('evaluateChanges', () => {
  it('counts the second of two found for one written down as false', async () => {
    const lines = await printed([`"${QUOTE}," she said`, QUOTE], QUOTE);
    expect(lines).toContain('changes found 1/1 = 100.0 %');
    expect(lines).toContain('changes false 1/2 = 50.0 %');
  });

  it('takes no piece of the words for the latest', async () => {
    expect(await printed([QUOTE], `"${QUOTE}," she said`)).toContain('latest right 1/1 = 100.0 %');
    expect(await printed([QUOTE], 'a raise')).toContain('latest right 0/1 = 0.0 %');
    expect(await printed([QUOTE], 'We offer a raise of 7 per centuries')).toContain(
      'latest right 0/1 = 0.0 %',
    );
  });
});
