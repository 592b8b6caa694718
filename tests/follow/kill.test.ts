import { expect, it } from 'vitest';
import { followLoad } from '../load/follow.ts';

it(
  'tells each who follows each statement once, also when the process is killed',
  { timeout: 120_000 },
  async () => {
    const counted = await followLoad({ follows: 60, articles: 40, kills: 2 });
    expect(counted.wanted).toBeGreaterThan(100);
    expect(counted).toMatchObject({ lost: 0, twice: 0, unasked: 0, outOfOrder: 0 });
  },
);
