import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { createTestSite } from '../support/pages/test-site.ts';

const PAGES = ['/', '/speakers', '/search', '/nope', '/reader.css', '/reader.js', '/reader.svg'];

/** The status of the first page, asked for under that host name. */
const asked = async (hosts: readonly string[] | null, host: string) =>
  (await createTestSite({ hosts }).get(`http://${host}/`)).status;

/** What the server says of who asks. */
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

describe('every answer', () => {
  it('has a strict policy, and asks browsers to keep to it', async () => {
    const site = createTestSite();
    for (const path of PAGES) {
      const { headers } = await site.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("script-src 'self'");
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('leaves the preview its own policy', async () => {
    const headers = { 'content-security-policy': "default-src 'self'" };
    const site = createTestSite({ preview: { fetch: () => new Response('', { headers }) } });
    const answer = (await site.get('/preview')).headers;
    expect(answer.get('content-security-policy')).toBe("default-src 'self'");
    expect(answer.get('x-content-type-options')).toBe('nosniff');
  });

  it('can be asked for again without being sent again', async () => {
    const site = createTestSite();
    for (const path of ['/', '/reader.css']) {
      const etag = (await site.get(path)).headers.get('etag') ?? '';
      const again = await site.get(path, { headers: { 'if-none-match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  it('is packed where that is understood', async () => {
    const answer = await createTestSite().get('/', { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  });
});

describe('pages that are kept', () => {
  it('are made anew when the store changes, and only then', async () => {
    const app = createFakeApp();
    let [revision, made] = [1, 0];
    app.override.sources = async () => {
      made++;
      return [];
    };
    const site = createTestSite({ app: { ...app, revision: async () => revision } });
    const first = await (await site.get('/')).text();
    expect(await (await site.get('/')).text()).toBe(first);
    expect(made).toBe(1);
    revision++;
    await site.get('/');
    expect(made).toBe(2);
  });

  it('are not kept where the store changed while they were made', async () => {
    const app = createFakeApp();
    const happening = new EventEmitter();
    const reading = once(happening, 'reading');
    let revision = 1;
    app.override.sources = async () => {
      if (revision > 1) return [];
      const old = await createFakeApp().sources();
      const changed = once(happening, 'changed');
      happening.emit('reading');
      await changed;
      return old;
    };
    const site = createTestSite({ app: { ...app, revision: async () => revision } });
    const old = site.get('/');
    await reading;
    revision++;
    await site.get('/speakers');
    happening.emit('changed');
    await old;
    expect((await site.page('/')).$('.lead').text()).toContain('0 articles');
  });

  it('are kept by their whole address', async () => {
    const site = createTestSite();
    const all = await site.page('/speakers/Wendy%20Sherman');
    const some = await site.page('/speakers/Wendy%20Sherman?topic=missiles');
    expect(all.html).not.toBe(some.html);
  });

  it('are not kept where they were refused', async () => {
    const site = createTestSite();
    const refused = await site.page('/compare/missiles?side=US');
    expect((await site.page('/compare/missiles?side=US')).html).toBe(refused.html);
    expect(refused.status).toBe(400);
  });
});

describe('what nobody asks for in good faith', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is refused: the pages are for reading', async (method) => {
    const site = createTestSite();
    for (const path of ['/', '/search', '/articles/ndo']) {
      const answer = await site.get(path, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('HEAD is GET without the page', async () => {
    const answer = await createTestSite().get('/', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it.each([
    '/articles/..%2f..%2fpackage.json',
    '/articles/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/..%2freader.css',
    '/reader.css%00.html',
    '/client/reader.css',
    '/articles/%00',
    '/articles/a%00b?s=0-1',
    '/articles/%',
    '/articles/%E0%A4%A',
    '/articles/%ff%fe',
    '/search?q=%ff',
    '/search?q=%',
    '/speakers/%zz',
    '/positions/US/%2e%2e',
    '/positions/US',
    '/compare/',
    '/timeline/%F0%9F%99%82/x',
    `/articles/${'a'.repeat(9_900)}`,
    `/search?q=${'a'.repeat(10_240)}`,
    `/search?q=missiles&side=${'a'.repeat(5_000)}`,
    `/${'a/'.repeat(6_000)}`,
    '/preview',
    '/constructor',
    '/__proto__',
    '/favicon.ico',
  ])('%.60s is refused, and is no bug', async (path) => {
    const app = createFakeApp();
    const position: typeof app.position = async (side, topic) => {
      const known = app.topics.some(({ id }) => id === topic);
      if (!known) throw new UsageError('There is no such topic.');
      return createFakeApp().position(side, topic);
    };
    const site = createTestSite({ app: { ...app, position } });
    const answer = await site.get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(site.lines()).toEqual([]);
  });

  it('a body that is too large is refused, for the preview too', async () => {
    const site = createTestSite({
      preview: { fetch: async (request) => new Response(await request.text()) },
    });
    const body = 'a'.repeat(200_000);
    const headers = { 'content-length': String(body.length) };
    expect((await site.get('/preview/command', { method: 'POST', body, headers })).status).toBe(413);
  });
});

describe('the host that is asked for', () => {
  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '127.1.2.3', '[::1]:3000'])(
    'may be this machine’s own name %s',
    async (host) => {
      expect(await asked([], host)).toBe(200);
    },
  );

  it('may be the public one', async () => {
    expect(await asked(['parley.example'], 'parley.example')).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.168.1.5', '10.0.0.1'])(
    'may not be %s on this machine alone',
    async (host) => {
      expect(await asked(['parley.example'], host)).toBe(421);
    },
  );

  it('may be any where others are let in', async () => {
    expect(await asked(null, 'evil.example')).toBe(200);
  });
});

describe('questions', () => {
  it('are limited for each address', async () => {
    const site = createTestSite({ questionsPerMinute: 2 });
    const ask = (address: string) => site.get('/search?q=missiles', {}, from(address));
    expect((await ask('192.0.2.1')).status).toBe(200);
    expect((await ask('192.0.2.1')).status).toBe(200);
    const refused = await ask('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('192.0.2.2')).status).toBe(200);
    expect((await site.get('/search', {}, from('192.0.2.1'))).status).toBe(200);
    expect((await site.get('/', {}, from('192.0.2.1'))).status).toBe(200);
  });

  it('are counted by who asks the proxy, as the proxy saw it', async () => {
    const site = createTestSite({ questionsPerMinute: 1, behindProxy: true });
    const ask = async (forwarded: string, peer = '127.0.0.1') =>
      (await site.get('/search?q=missiles', { headers: { 'x-forwarded-for': forwarded } }, from(peer)))
        .status;
    expect(await ask('192.0.2.1')).toBe(200);
    expect(await ask('192.0.2.2')).toBe(200);
    expect(await ask('made-up, 192.0.2.1')).toBe(429);
    // Nobody else may say whose a question is.
    expect(await ask('192.0.2.3', '192.0.2.9')).toBe(200);
    expect(await ask('192.0.2.4', '192.0.2.9')).toBe(429);
  });

  it('are not believed about whose they are without a proxy', async () => {
    const site = createTestSite({ questionsPerMinute: 1 });
    const ask = async (forwarded: string) =>
      (await site.get('/search?q=missiles', { headers: { 'x-forwarded-for': forwarded } }, from('127.0.0.1')))
        .status;
    expect([await ask('192.0.2.1'), await ask('192.0.2.2')]).toEqual([200, 429]);
  });

  it('are told to stop when the time is over', async () => {
    const app = createFakeApp();
    let stopped = false;
    app.override.ask = async (_question, _filters, signal) => {
      if (signal) await once(signal, 'abort');
      stopped = true;
      throw signal?.reason;
    };
    const site = createTestSite({ app, answerWithinMs: 1 });
    const { status, $ } = await site.page('/search?q=missiles');
    expect([status, $('h1').text(), stopped]).toEqual([503, 'This took too long', true]);
    expect(site.lines()).toEqual([]);
  });

  it('that go wrong are logged whole, without their words, and shown as a reference', async () => {
    const app = createFakeApp();
    app.override.ask = async () => {
      throw new TypeError('the index is damaged');
    };
    const site = createTestSite({ app });
    const { status, $ } = await site.page('/search?q=a+secret+question');
    const [line] = site.lines();
    expect(status).toBe(500);
    expect($('.lead').text()).toBe(`This page could not be made (reference ${line?.reference}).`);
    expect(line?.err?.stack).toContain('the index is damaged');
    expect(site.text()).not.toContain('secret');
  });
});
