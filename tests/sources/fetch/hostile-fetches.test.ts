import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../../src/errors.ts';
import { createFetcher } from '../../../src/sources/fetch/create-fetcher.ts';
import type { FetcherOptions } from '../../../src/sources/fetch/fetcher.ts';
import type { ResolveHost } from '../../../src/sources/fetch/guarded-agent.ts';
import { pageOf, resolveTo, startNewsSite } from '../../support/pages/news-site.ts';

/** The one address that may be reached here. */
const HERE = '127.0.0.1';
const MOST_BYTES = 100_000;
const BLOCKED =
  /is (?:a|this machine's own|a cloud machine's own)[a-z -]* address, which is not fetched from unless FETCH_ALLOW names it\.$/;

/** Where every connection went that was made. */
const reached: string[] = [];
const Connected = z.object({ socket: z.object({ remoteAddress: z.string().optional() }) });
const note = (message: unknown): void => {
  reached.push(Connected.parse(message).socket.remoteAddress ?? 'nowhere');
};
beforeAll(() => subscribe('undici:client:connected', note));
afterAll(() => void unsubscribe('undici:client:connected', note));
afterEach(() => void reached.splice(0));

/** Addresses as an attacker writes them, one or more of every range that is not public. */
const FORBIDDEN = `
  127.0.0.2 127.0.0.66 127.255.255.254 127.66 2130706434 0x7f000002 0177.0.0.2 0x7f.2 0.0.0.0
  0.1.2.3 0 10.0.0.1 10.255.255.255 167772161 012.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1
  192.168.1.254 169.254.169.254 169.254.0.1 2852039166 0xa9fea9fe 168.63.129.16 100.64.0.1
  100.100.100.200 100.127.255.255 224.0.0.1 239.255.255.250 255.255.255.255 240.0.0.1 192.0.0.192
  198.18.0.1 192.88.99.1 [::1] [::] [0:0:0:0:0:0:0:1] [fe80::1] [febf::1] [fec0::1] [fc00::1]
  [fd00:ec2::254] [fdff::1] [ff02::1] [ff0e::1] [::ffff:127.0.0.2] [::ffff:7f00:2]
  [::ffff:10.0.0.1] [::ffff:169.254.169.254] [::ffff:8.8.8.8] [::127.0.0.2] [::10.0.0.1]
  [::ffff:0:127.0.0.2] [2002:7f00:2::] [2002:a00:1::1] [2002:a9fe:a9fe::] [64:ff9b::7f00:2]
  [64:ff9b::10.0.0.1] [64:ff9b::169.254.169.254] [64:ff9b:1::a00:1] [2001::1] [2001:0:7f00:2::]
  [100::1] [2001:db8::1] [5f00::1]
`
  .trim()
  .split(/\s+/);

/** As a resolver gives it. */
const plain = (host: string): string => new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, '');

async function refusal(url: string, options: Partial<FetcherOptions> = {}): Promise<string> {
  const fetcher = createFetcher({
    contentTypes: ['text/html'],
    allowed: [HERE],
    resolve: resolveTo(HERE),
    pauseMs: 0,
    mostBytes: MOST_BYTES,
    ...options,
  });
  try {
    const error: unknown = await fetcher.fetch(url).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof UserError))
      throw new Error(`a UserError was wanted for ${url}, found ${String(error)}`);
    expect(error.message).toMatch(/^[^\n]+ cannot be read: [^\n]+\.$/);
    expect(reached.filter((address) => address !== HERE)).toEqual([]);
    return error.message;
  } finally {
    await fetcher.close();
  }
}

const redirect = (response: ServerResponse, location: string, status = 302): void =>
  void response.writeHead(status, { location }).end();

describe('what is no public address is not reached', () => {
  it.each(FORBIDDEN)('as it stands: %s', async (host) => {
    expect(await refusal(`http://${host}/latest/meta-data/`)).toMatch(BLOCKED);
    expect(reached).toEqual([]);
  });

  it.each(FORBIDDEN)('behind a name: %s', async (host) => {
    expect(await refusal('http://news.example/a', { resolve: resolveTo(plain(host)) })).toMatch(BLOCKED);
    expect(reached).toEqual([]);
  });

  it.each(FORBIDDEN)('among public addresses of a name: %s', async (host) => {
    const resolve = resolveTo('93.184.215.14', plain(host));
    expect(await refusal('https://news.example/a', { resolve })).toMatch(BLOCKED);
    expect(reached).toEqual([]);
  });

  it.each(FORBIDDEN)('by a redirect: %s', async (host) => {
    const site = await startNewsSite(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end();
      else redirect(response, `http://${host}/admin`);
    });
    const sentence = await refusal(site.at('/a'));
    expect(sentence).toContain(`${site.at('/a')} cannot be read: it redirects to http://`);
    expect(sentence).toMatch(BLOCKED);
  });

  it('by the redirect of a robots.txt', async () => {
    const secret = await startNewsSite((_request, response) => void response.end('secret'), '127.0.0.66');
    const site = await startNewsSite((_request, response) =>
      redirect(response, `http://127.0.0.66:${secret.port}/`),
    );
    expect(await refusal(site.at('/a'))).toMatch(BLOCKED);
    expect(secret.asked).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])('at the end of a chain of redirects with status %d', async (status) => {
    const secret = await startNewsSite((_request, response) => void response.end('secret'), '127.0.0.66');
    const site = await startNewsSite(({ url = '' }, response) => {
      const hop = Number(url.slice(1));
      if (url === '/robots.txt') response.writeHead(404).end();
      else redirect(response, hop < 4 ? `/${hop + 1}` : `http://127.0.0.66:${secret.port}/`, status);
    });
    expect(await refusal(site.at('/1'))).toMatch(BLOCKED);
    expect(secret.asked).toEqual([]);
  });

  it('whatever its name says by the time of the next look-up', async () => {
    const secret = await startNewsSite((_request, response) => void response.end('secret'), '127.0.0.66');
    const site = await startNewsSite(({ url }, response) => {
      response.setHeader('connection', 'close');
      if (url === '/robots.txt') response.writeHead(404).end();
      else redirect(response, '/b');
    });
    // Public for as long as it is checked, private from then on, at every turn that the look-ups can take.
    for (const publicTurns of [1, 2]) {
      let turns = 0;
      const rebinding: ResolveHost = async () => resolveTo(turns++ < publicTurns ? HERE : '127.0.0.66')('');
      expect(await refusal(`http://news.example:${site.port}/a`, { resolve: rebinding })).toMatch(BLOCKED);
    }
    expect(secret.asked).toEqual([]);
  });
});

/** Each answers everything but `/robots.txt`. */
const ANSWERS: Record<string, [answer: (response: ServerResponse) => void, sentence: RegExp]> = {
  'never answers': [() => undefined, /took more than 0\.3 s/],
  'stops within the head': [
    (response) => void response.socket?.write('HTTP/1.1 200 OK\r\nContent-Type: text/ht'),
    /took more than 0\.3 s/,
  ],
  'stops within the body': [
    (response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
    /took more than 0\.3 s/,
  ],
  'gives a byte now and then': [
    (response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    },
    /took more than 0\.3 s/,
  ],
  'never ends': [
    (response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void =>
        void (response.destroyed || response.write('x'.repeat(10_000), () => setImmediate(more)));
      more();
    },
    /(?:it is too long|it has more than 0\.1 MB, and no more is fetched)\.$/,
  ],
  'says that it is large': [
    (response) =>
      void response.writeHead(200, { 'content-type': 'text/html', 'content-length': 1e9 }).write('x'),
    /(?:it is too long|no more is fetched|took more than 0\.3 s)\.$/,
  ],
  'is a gzip bomb': [
    packed('gzip', gzipSync(Buffer.alloc(50e6))),
    /it has more than 0\.1 MB, and no more is fetched\.$/,
  ],
  'is a brotli bomb': [
    packed('br', brotliCompressSync(Buffer.alloc(20e6))),
    /it has more than 0\.1 MB, and no more/,
  ],
  'is a deflate bomb': [
    packed('deflate', deflateSync(Buffer.alloc(50e6))),
    /it has more than 0\.1 MB, and no more/,
  ],
  'is packed in layers': [
    packed('gzip, gzip', gzipSync(gzipSync('x'))),
    /it is packed as "gzip, gzip", which was not asked for/,
  ],
  'is packed in another way': [
    packed('compress', Buffer.from('x')),
    /it is packed as "compress", which was not asked for/,
  ],
  'is packed as what every object has': [
    packed('constructor', Buffer.from('x')),
    /it is packed as "constructor", which was not asked for/,
  ],
  'is packed wrongly': [packed('gzip', Buffer.from('<p>no gzip</p>')), /it is packed and cannot be unpacked/],
  'is packed and cut off': [
    packed('gzip', gzipSync('The talks began.'.repeat(99)).subarray(0, 40)),
    /it is packed and cannot be unpacked/,
  ],
  'ends before it is over': [
    (response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 999 }).write('x');
      response.socket?.end();
    },
    /(?:broke the connection off|not all of it came)/,
  ],
  'breaks off': [(response) => void response.socket?.resetAndDestroy(), /broke the connection off/],
  'has an endless head': [
    (response) => void response.socket?.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`),
    /the head of the answer is too long/,
  ],
  'speaks no HTTP': [
    (response) => void response.socket?.write('220 mail.example ESMTP\r\n'),
    /does not speak HTTP/,
  ],
  'redirects without end': [
    (response) => redirect(response, `/${Math.random()}`),
    /it redirects more than 5 times/,
  ],
  'redirects in a circle': [(response) => redirect(response, '/a'), /it redirects more than 5 times/],
  'redirects to nowhere': [(response) => void response.writeHead(302).end(), /answered with status 302/],
  ...Object.fromEntries(
    [
      'file:///etc/passwd',
      'ftp://news.example/a',
      'gopher://news.example/',
      'data:text/html,x',
      'javascript:alert(1)',
      'http:///',
      '//',
    ].map((target) => [
      `redirects to ${target}`,
      [
        (response: ServerResponse) => redirect(response, target),
        /it redirects to "[^"]+", and an http\(s\) address was wanted|cannot be read/,
      ],
    ]),
  ),
  'redirects with a password': [
    (response) => redirect(response, 'http://user:secret@news.example/'),
    /it redirects to "http:\/\/news\.example\/", and an address without a name and password was wanted/,
  ],
  ...Object.fromEntries(
    [
      'image/png',
      'video/mp4',
      'application/zip',
      'application/x-msdownload',
      'text/css',
      'application/javascript',
      'font/woff2',
    ].map((type) => [
      `is ${type}`,
      [
        (response: ServerResponse) => void response.writeHead(200, { 'content-type': type }).end('x'),
        /was wanted, "[a-z/0-9-]+" came/,
      ],
    ]),
  ),
  ...Object.fromEntries(
    [400, 401, 402, 403, 404, 405, 406, 410, 418, 421, 429, 451, 500, 502, 503, 504].map((status) => [
      `answers with status ${status}`,
      [
        (response: ServerResponse) =>
          void response.writeHead(status, { 'content-type': 'text/html' }).end(pageOf('No')),
        /\w/,
      ],
    ]),
  ),
  'says that nothing has changed': [
    (response) => void response.writeHead(304).end(),
    /answered with status 304/,
  ],
  'has no content': [(response) => void response.writeHead(204).end(), /answered with status 204/],
  'gives a part': [
    (response) => void response.writeHead(206, { 'content-type': 'text/html' }).end('x'),
    /answered with status 206/,
  ],
};

function packed(encoding: string, bytes: Buffer): (response: ServerResponse) => void {
  return (response) =>
    void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(bytes);
}

describe('a host that', () => {
  it.each(Object.entries(ANSWERS))('%s is answered by a sentence', async (_name, [answer, sentence]) => {
    const site = await startNewsSite(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end();
      else answer(response);
    });
    const slow = /took more than/.test(sentence.source);
    expect(await refusal(site.at('/a'), slow ? { withinMs: 300 } : {})).toMatch(sentence);
  });

  it.each(
    Object.entries(ANSWERS).filter(([name]) =>
      /never|bomb|stops|endless|no HTTP|503|429|without end/.test(name),
    ),
  )('%s for its robots.txt is not asked for the page', async (name, [answer]) => {
    const site = await startNewsSite((_request, response) => answer(response));
    // What is cut off says what it says.
    const isCut = /bomb|never ends/.test(name);
    await refusal(site.at('/a'), { withinMs: 300 });
    if (!isCut) expect(site.asked).not.toContain('/a');
  });
});

const nowhere: ResolveHost = async () => {
  throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
};

describe('what is named', () => {
  it.each<[string, RegExp]>([
    ['file:///etc/passwd', /an http\(s\) address was wanted/],
    ['ftp://news.example/a', /an http\(s\) address was wanted/],
    ['gopher://127.0.0.66:70/_x', /an http\(s\) address was wanted/],
    ['data:text/html,x', /an http\(s\) address was wanted/],
    ['http://', /an http\(s\) address was wanted/],
    [
      'http://user:secret@news.example/',
      /^http:\/\/news\.example\/ cannot be read: an address without a name and password/,
    ],
    [`http://news.example/${'a'.repeat(3000)}`, /an address of at most 2000 characters was wanted/],
    ['http://news.example:1/', /its host takes no connection/],
  ])('%s is refused in a sentence', async (url, sentence) => {
    expect(await refusal(url)).toMatch(sentence);
  });

  it('has no host of that name', async () => {
    expect(await refusal('http://nowhere.example/', { resolve: nowhere })).toContain(
      'there is no host of that name',
    );
    expect(await refusal('http://nowhere.example/', { resolve: resolveTo() })).toContain(
      'no host of that name',
    );
  });
});
