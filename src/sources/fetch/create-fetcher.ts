import { once } from 'node:events';
import { UserError } from '../../errors.ts';
import { createAddressGuard } from './guard-address.ts';
import type { Fetcher, FetcherOptions } from './fetcher.ts';
import { ALL_ALLOWED, keepRobots, readRobots, type Robots } from './keep-robots.ts';
import { createSender, RequestFault, type Answered, type Request } from './send-request.ts';
import { createHostTurns } from './host-turns.ts';

/** What an address may have once it is unpacked. */
const MOST_BYTES = 10e6;
/** All of a fetch, redirects included; waiting for one's turn is not counted. */
const WITHIN_MS = 20_000;
const MOST_REDIRECTS = 5;
/** Between two requests to a host. */
const PAUSE_MS = 1000;
/** Longer ones are read as far as this. */
const ROBOTS_BYTES = 100_000;
const MOST_URL_CHARACTERS = 2000;

/** A request as it is sent to one address after the other. */
interface Following extends Pick<Request, 'headers' | 'mostBytes' | 'signal'> {
  readonly wants: (url: URL, status: number, header: Answered['header']) => boolean;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const STATUSES: Readonly<Record<number, string>> = {
  401: 'it wants a login: save the page from your browser and read the file',
  402: 'it wants to be paid for: save the page from your browser and read the file',
  403: 'its host does not allow it: save the page from your browser and read the file',
  404: 'there is nothing at that address',
  410: 'there is nothing at that address any more',
  429: 'its host had too many requests: try again later',
  451: 'its host may not show it here',
};

/** See `Fetcher`. */
export function createFetcher({
  contentTypes,
  allowed = [],
  resolve,
  turns = createHostTurns(),
  pauseMs = PAUSE_MS,
  withinMs = WITHIN_MS,
  mostBytes = MOST_BYTES,
  now = () => new Date(),
}: FetcherOptions): Fetcher {
  const sender = createSender({ guard: createAddressGuard(allowed), resolve, withinMs, mostBytes });
  const robotsAt = keepRobots(fetchRobots, now);

  /** One request, and those that it is redirected to, each in its host's turn. Throws `RequestFault`. */
  async function follow(
    start: URL,
    { headers, mostBytes: most, wants, signal }: Following,
    robotsOfHost: (url: URL) => Promise<Robots>,
  ): Promise<{ url: URL; answer: Answered }> {
    let url = start;
    let left = withinMs;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const at = url;
      const takes: Request['wants'] = (status, header) => !REDIRECTS.has(status) && wants(at, status, header);
      const ask = async (): Promise<Answered> => {
        const begun = performance.now();
        try {
          return await sender.send({
            url: at,
            headers,
            mostBytes: most,
            wants: takes,
            withinMs: left,
            signal,
          });
        } finally {
          left -= performance.now() - begun;
        }
      };
      try {
        const robots = await unlessAborted(robotsOfHost(at), signal);
        if (!robots.isAllowed(at.href))
          throw new RequestFault('the robots.txt of its host asks programs to stay away');
        const answer = await turns.take(at.host, Math.max(pauseMs, robots.pauseMs), ask, signal);
        const target = REDIRECTS.has(answer.status) ? answer.header('location') : null;
        if (target === null) return { url, answer };
        url = readAddress(target, url);
      } catch (error) {
        if (!(error instanceof RequestFault) || at === start) throw error;
        throw new RequestFault(`it redirects to ${at.href}, and ${error.message}`);
      }
    }
    throw new RequestFault(`it redirects more than ${MOST_REDIRECTS} times`);
  }

  /** For everybody who asks meanwhile, so that nobody's signal ends it. Throws `RequestFault`. */
  async function fetchRobots(origin: string): Promise<Robots> {
    const url = new URL('/robots.txt', origin);
    const following: Following = {
      headers: { accept: 'text/plain' },
      mostBytes: ROBOTS_BYTES,
      wants: (_url, status) => status === 200,
      signal: undefined,
    };
    const { answer } = await follow(url, following, async () => ALL_ALLOWED);
    if (answer.body) return readRobots(url.href, answer.body.toString('utf8'));
    // RFC 9309, 2.3.1: what is not there forbids nothing, what cannot be told forbids all.
    if (answer.status < 500 && answer.status !== 429) return ALL_ALLOWED;
    throw new RequestFault(`${url.href}, which might forbid it, failed with status ${answer.status}`);
  }

  return {
    async fetch(address, { signal, validators, isHandedOver = false } = {}) {
      const headers: Record<string, string> = { accept: `${contentTypes.join(', ')}, */*;q=0.1` };
      if (validators?.etag) headers['if-none-match'] = validators.etag;
      if (validators?.lastModified) headers['if-modified-since'] = validators.lastModified;
      const wants: Following['wants'] = (at, status, header) =>
        status === 200 && (isHandedOver || isRead(at, header('content-type'), contentTypes));
      const robots = isHandedOver ? async () => ALL_ALLOWED : ({ origin }: URL) => robotsAt(origin);
      try {
        const start = readAddress(address);
        const { url, answer } = await follow(start, { headers, mostBytes, wants, signal }, robots);
        const { status, header, body, isCut } = answer;
        if (status === 304 && validators) return null;
        if (status !== 200) throw new RequestFault(STATUSES[status] ?? reasonOf(status));
        const contentType = header('content-type');
        if (body === null) {
          const type = JSON.stringify((contentType ?? '').slice(0, 60));
          throw new RequestFault(`a web page, feed, PDF, Word document or text was wanted, ${type} came`);
        }
        if (isCut) throw new RequestFault(`it has more than ${mostBytes / 1e6} MB, and no more is fetched`);
        return {
          url: url.href,
          bytes: body,
          contentType,
          etag: header('etag'),
          lastModified: header('last-modified'),
          at: now().toISOString(),
        };
      } catch (error) {
        if (!(error instanceof RequestFault)) throw error;
        throw new UserError(`${shown(address)} cannot be read: ${error.message}.`);
      }
    },
    close: () => sender.close(),
  };
}

function reasonOf(status: number): string {
  return status >= 500
    ? `its host failed (status ${status}): try again later`
    : `its host answered with status ${status}`;
}

/** What says nothing of its kind, or only that it is bytes, is taken by its ending. */
function isRead(url: URL, contentType: string | null, contentTypes: readonly string[]): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return (
    contentTypes.includes(type) ||
    type === '' ||
    (type.endsWith('octet-stream') && /\.\w+$/.test(url.pathname))
  );
}

/** What stands in an address as a password is not shown. */
const shown = (written: string): string => written.replace(/\/\/[^/@]*@/, '//').slice(0, 300);

/** The address that was written, or that `from` redirects to. Throws `RequestFault` for what is not fetched. */
function readAddress(written: string, from?: URL): URL {
  const what = from ? `it redirects to ${JSON.stringify(shown(written))}, and an` : 'an';
  if (written.length > MOST_URL_CHARACTERS)
    throw new RequestFault(`${what} address of at most ${MOST_URL_CHARACTERS} characters was wanted`);
  const url = URL.canParse(written, from?.href) ? new URL(written, from) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new RequestFault(`${what} http(s) address was wanted`);
  if (url.username !== '' || url.password !== '')
    throw new RequestFault(`${what} address without a name and password was wanted`);
  url.hash = '';
  return url;
}

/** What the work gives, unless the signal comes before. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  signal.throwIfAborted();
  const done = new AbortController();
  try {
    return await Promise.race([
      work,
      once(signal, 'abort', { signal: done.signal }).then(() => {
        throw signal.reason;
      }),
    ]);
  } finally {
    done.abort();
  }
}
