import { describe, expect, it } from 'vitest';
import { resultOf } from '../../src/ingest/drafts.ts';
import type { IngestReport } from '../../src/ingest/ingest.ts';
import { pollFeeds } from '../../src/ingest/watch/poll-feeds.ts';

const MINUTE = 60_000;
const FEED = 'https://news.example/feed';

/** Polls over a clock of its own until `minutes` have gone by; `answer` is what the ingestion at a minute gives. */
async function polled(
  minutes: number,
  answer: (minute: number) => IngestReport,
  feeds: (minute: number) => readonly string[] = () => [FEED],
): Promise<{ readonly asked: readonly string[]; readonly said: readonly string[] }> {
  let now = 0;
  const stopping = new AbortController();
  const asked: string[] = [];
  const said: string[] = [];
  await pollFeeds(
    {
      feeds: async () => feeds(now / MINUTE),
      ingest: async (feed) => {
        asked.push(`${now / MINUTE} ${feed}`);
        return answer(now / MINUTE);
      },
      log: { info: (line) => said.push(line), warn: (line) => said.push(`! ${line}`) },
      now: () => now,
      wait: async (ms) => {
        now += ms;
        if (now > minutes * MINUTE) stopping.abort();
      },
    },
    stopping.signal,
  );
  return { asked, said };
}

const report = (...results: IngestReport['results']): IngestReport => ({ results, stopped: false });
const down = report(resultOf(FEED, null, 'refused', `${FEED} cannot be read: its host takes no connection.`));
const nothing = report(resultOf(FEED, null, 'unchanged'));

describe('feeds that are followed', () => {
  it('are asked every quarter of an hour, and what is new is said', async () => {
    const found = report(resultOf('https://news.example/a', 'a', 'added'), resultOf(FEED, null, 'feed'));
    const { asked, said } = await polled(60, (minute) => (minute === 30 ? found : nothing));
    expect(asked).toEqual([15, 30, 45, 60].map((minute) => `${minute} ${FEED}`));
    expect(said).toEqual([`${FEED}: 1 new article.`]);
  });

  it('are asked less and less often while they fail, and why is said once', async () => {
    const { asked, said } = await polled(600, (minute) => (minute < 400 ? down : nothing));
    expect(asked.map((one) => parseInt(one, 10))).toEqual([
      15, 45, 105, 225, 465, 480, 495, 510, 525, 540, 555, 570, 585, 600,
    ]);
    expect(said).toEqual([
      `! ${FEED} cannot be read: its host takes no connection.`,
      `${FEED} is read again.`,
    ]);
  });

  it('are asked once a day at the least', async () => {
    const { asked } = await polled(5 * 24 * 60, () => down);
    const times = asked.map((one) => parseInt(one, 10));
    expect((times.at(-1) ?? 0) - (times.at(-2) ?? 0)).toBe(24 * 60);
  });

  it('go on where an ingestion breaks, and as the list says', async () => {
    const other = 'https://other.example/feed';
    const { asked, said } = await polled(
      45,
      () => {
        throw new Error('the disk is full');
      },
      (minute) => (minute < 30 ? [FEED, other] : [other]),
    );
    expect(asked).toEqual([`15 ${FEED}`, `15 ${other}`, `45 ${other}`]);
    expect(said).toEqual([
      `! ${FEED} could not be followed: the disk is full`,
      `! ${other} could not be followed: the disk is full`,
    ]);
  });
});
