import { describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { createFetcher } from '../../../src/sources/fetch/create-fetcher.ts';
import type { Fetcher, FetcherOptions } from '../../../src/sources/fetch/fetcher.ts';
import { createHostTurns } from '../../../src/sources/fetch/host-turns.ts';
import { pageOf, resolveTo, startNewsSite } from '../../support/pages/news-site.ts';

function fetcherOf(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({
    contentTypes: ['text/html', 'application/pdf'],
    allowed: ['127.0.0.1'],
    resolve: resolveTo('127.0.0.1'),
    pauseMs: 0,
    now: () => new Date('2022-01-11T08:00:00Z'),
    ...options,
  });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

describe('a fetch', () => {
  it('gives what came, from where in the end and when, and says who asks', async () => {
    const heads: unknown[] = [];
    const site = await startNewsSite(({ url, headers }, response) => {
      heads.push([url, headers['user-agent'], headers.accept?.split(',')[0]]);
      if (url === '/robots.txt') response.writeHead(404).end();
      else if (url === '/old') response.writeHead(301, { location: '/new?x=1#y' }).end();
      else
        response
          .writeHead(200, { ...HTML, etag: '"1"', 'last-modified': 'Tue, 11 Jan 2022 07:00:00 GMT' })
          .end('é');
    });
    const fetched = await fetcherOf().fetch(site.at('/old'));
    expect({ ...fetched, bytes: Buffer.from(fetched?.bytes ?? []).toString() }).toEqual({
      url: site.at('/new?x=1'),
      bytes: 'é',
      contentType: 'text/html; charset=utf-8',
      etag: '"1"',
      lastModified: 'Tue, 11 Jan 2022 07:00:00 GMT',
      at: '2022-01-11T08:00:00.000Z',
    });
    const agent = 'Parley/0.1 (reads news articles that somebody named to it; respects robots.txt)';
    expect(heads).toEqual([
      ['/robots.txt', agent, 'text/plain'],
      ['/old', agent, 'text/html'],
      ['/new?x=1', agent, 'text/html'],
    ]);
  });

  it('does not ask again for what has not changed', async () => {
    const site = await startNewsSite(({ url, headers }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end();
      else if (headers['if-none-match'] === '"1"' && headers['if-modified-since'] === 'x')
        response.writeHead(304).end();
      else response.writeHead(200, HTML).end(pageOf('Talks'));
    });
    const fetcher = fetcherOf();
    expect(await fetcher.fetch(site.at('/a'), { validators: { etag: '"1"', lastModified: 'x' } })).toBeNull();
    expect(
      await fetcher.fetch(site.at('/a'), { validators: { etag: '"0"', lastModified: null } }),
    ).not.toBeNull();
  });

  it('takes bytes without a kind for what the address says', async () => {
    const site = await startNewsSite(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('x');
    });
    expect(await fetcherOf().fetch(site.at('/a.pdf'))).toMatchObject({
      contentType: 'application/octet-stream',
    });
    await expect(fetcherOf().fetch(site.at('/a'))).rejects.toThrow(UserError);
  });

  it('ends with the signal’s reason', async () => {
    const stopping = new AbortController();
    const site = await startNewsSite(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end();
      else stopping.abort(new Error('stopped here'));
    });
    await expect(fetcherOf().fetch(site.at('/a'), { signal: stopping.signal })).rejects.toThrow(
      'stopped here',
    );
    await expect(fetcherOf().fetch(site.at('/b'), { signal: stopping.signal })).rejects.toThrow(
      'stopped here',
    );
    expect(site.asked).not.toContain('/b');
  });
});

const siteOf = (rules: string) =>
  startNewsSite(({ url }, response) => {
    if (url === '/robots.txt') response.writeHead(200, { 'content-type': 'text/plain' }).end(rules);
    else if (url === '/moved') response.writeHead(302, { location: '/private/a' }).end();
    else response.writeHead(200, HTML).end(pageOf('Talks'));
  });

describe('robots.txt', () => {
  it('is asked once a host, and what it forbids is not asked for', async () => {
    const site = await siteOf('User-agent: *\nDisallow: /private/\nUser-agent: other\nDisallow: /');
    const fetcher = fetcherOf();
    await fetcher.fetch(site.at('/a'));
    await fetcher.fetch(site.at('/b'));
    await expect(fetcher.fetch(site.at('/private/a'))).rejects.toThrow(
      `${site.at('/private/a')} cannot be read: the robots.txt of its host asks programs to stay away.`,
    );
    await expect(fetcher.fetch(site.at('/moved'))).rejects.toThrow(
      `${site.at('/moved')} cannot be read: it redirects to ${site.at('/private/a')}, and the robots.txt of its host asks`,
    );
    expect(site.asked).toEqual(['/robots.txt', '/a', '/b', '/moved']);
  });

  it('may speak to Parley alone', async () => {
    const site = await siteOf('User-agent: Parley\nDisallow: /a\n\nUser-agent: *\nDisallow: /b');
    await expect(fetcherOf().fetch(site.at('/a'))).rejects.toThrow('asks programs to stay away');
    expect(await fetcherOf().fetch(site.at('/b'))).not.toBeNull();
  });

  it('is asked for again when it could not be told, and after a day', async () => {
    let isDown = true;
    let day = 11;
    const site = await startNewsSite(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(isDown ? 503 : 404).end();
      else response.writeHead(200, HTML).end(pageOf('Talks'));
    });
    const fetcher = fetcherOf({ now: () => new Date(Date.UTC(2022, 0, day)) });
    await expect(fetcher.fetch(site.at('/a'))).rejects.toThrow(
      '/robots.txt, which might forbid it, failed with status 503.',
    );
    isDown = false;
    await fetcher.fetch(site.at('/a'));
    await fetcher.fetch(site.at('/a'));
    day = 13;
    await fetcher.fetch(site.at('/a'));
    expect(site.asked).toEqual(['/robots.txt', '/robots.txt', '/a', '/a', '/robots.txt', '/a']);
  });
});

describe('a host', () => {
  it('is asked one thing at a time, with the longer of our pause and its own between', async () => {
    const waits: number[] = [];
    let open = 0;
    let most = 0;
    const site = await startNewsSite(({ url }, response) => {
      most = Math.max(most, ++open);
      setImmediate(() => {
        open--;
        if (url === '/robots.txt') response.end('User-agent: *\nCrawl-delay: 2');
        else response.writeHead(200, HTML).end(pageOf('Talks'));
      });
    });
    const turns = createHostTurns({ now: () => 0, wait: async (ms) => void waits.push(ms) });
    const fetcher = fetcherOf({ turns, pauseMs: 1000 });
    await Promise.all(['/a', '/b', '/c'].map((path) => fetcher.fetch(site.at(path))));
    expect(most).toBe(1);
    expect(waits).toEqual([2000, 2000, 2000]);
  });

  it('does not keep others waiting', async () => {
    const slow = await startNewsSite(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end();
    });
    const quick = await startNewsSite(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(200, HTML).end(pageOf('Talks'));
    });
    const fetcher = fetcherOf();
    const stopping = new AbortController();
    const waiting = fetcher.fetch(slow.at('/a', 'slow.example'), { signal: stopping.signal });
    expect(await fetcher.fetch(quick.at('/a'))).not.toBeNull();
    stopping.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });
});
