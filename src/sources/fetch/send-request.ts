import { lookup } from 'node:dns/promises';
import type { Dispatcher } from 'undici';
import ipaddr from 'ipaddr.js';
import type { AddressGuard } from './guard-address.ts';
import { BlockedAddress, createGuardedAgent, type ResolveHost } from './guarded-agent.ts';
import { BodyFault, ENCODINGS, readBody, TooLong } from './read-body.ts';

/** Who asks, for whoever reads a server's log; `robots.txt` names it by the word before the slash. */
export const AGENT = 'Parley';
const USER_AGENT = `${AGENT}/0.1 (reads news articles that somebody named to it; respects robots.txt)`;

/** A request that came to nothing; its message is a clause that says why. */
export class RequestFault extends Error {
  override readonly name = 'RequestFault';
}

/** An answer's head and, where `wants` took it, its body. */
export interface Answered {
  readonly status: number;
  /** The first of each name, in small letters. */
  readonly header: (name: string) => string | null;
  /** Null where `wants` did not take it. */
  readonly body: Buffer | null;
  /** Whether more was to come than is read. */
  readonly isCut: boolean;
}

export interface Request {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked; what comes beyond is not read. */
  readonly mostBytes: number;
  /** Told the head of the answer: whether its body is to be read. */
  readonly wants: (status: number, header: Answered['header']) => boolean;
  readonly withinMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Sends one request and follows nothing. */
export interface Sender {
  /** @throws RequestFault for what is not reached or not understood; the signal's reason */
  send(request: Request): Promise<Answered>;
  close(): Promise<void>;
}

const resolveByDns: ResolveHost = (host) => lookup(host, { all: true });

/**
 * What sends requests to addresses that the guard lets pass, and no others.
 *
 * @param resolve the addresses of a name; they are checked when they are connected to
 */
export function createSender({
  guard,
  resolve = resolveByDns,
  withinMs,
  mostBytes,
}: {
  readonly guard: AddressGuard;
  readonly resolve?: ResolveHost | undefined;
  readonly withinMs: number;
  readonly mostBytes: number;
}): Sender {
  const agent = createGuardedAgent({ guard, resolve, withinMs, mostBytes });
  return {
    async send({ url, headers, mostBytes: most, wants, withinMs: left, signal }) {
      const literal = literalOf(url);
      const blocked = literal === null ? null : guard(literal);
      if (blocked !== null) throw new RequestFault(reasonOf(new BlockedAddress(blocked), withinMs));
      const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(left)));
      try {
        const answer = await agent.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method: 'GET',
          headers: { 'user-agent': USER_AGENT, 'accept-encoding': ENCODINGS, ...headers },
          signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        });
        return await answered(answer, most, wants);
      } catch (error) {
        signal?.throwIfAborted();
        throw new RequestFault(reasonOf(error, withinMs));
      }
    },
    close: () => agent.destroy(),
  };
}

async function answered(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  most: number,
  wants: Request['wants'],
): Promise<Answered> {
  const header: Answered['header'] = (name) => [headers[name]].flat()[0] ?? null;
  if (!wants(status, header)) {
    // Breaks the connection off, so that nothing more comes.
    body.on('error', () => undefined).destroy();
    return { status, header, body: null, isCut: false };
  }
  try {
    const bytes = await readBody(body, header('content-encoding'), most);
    return { status, header, body: bytes, isCut: false };
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    return { status, header, body: error.start, isCut: true };
  }
}

/** The address that stands in the place of a name; null for a name. */
function literalOf({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the address of its host could not be looked up: try again later',
  ECONNREFUSED: 'its host takes no connection',
  ECONNRESET: 'its host broke the connection off',
  EHOSTUNREACH: 'its host cannot be reached',
  ENETUNREACH: 'its host cannot be reached',
  EPIPE: 'its host broke the connection off',
  UND_ERR_SOCKET: 'its host broke the connection off',
  UND_ERR_HEADERS_OVERFLOW: 'the head of the answer is too long',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'it is too long',
  UND_ERR_RESPONSE_EXCEEDED_MAX_SIZE: 'it is too long',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'not all of it came',
  CERT_HAS_EXPIRED: 'the certificate of its host is out of date',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate of its host is of another name',
};
const TIMED_OUT = /^(?:TimeoutError|AbortError|(?:Connect|Headers|Body)TimeoutError)$/;

function reasonOf(error: unknown, withinMs: number): string {
  if (error instanceof BlockedAddress)
    return `${error.message}, which is not fetched from unless FETCH_ALLOW names it`;
  if (error instanceof BodyFault) return error.message;
  if (!(error instanceof Error)) return 'nobody knows why';
  if (TIMED_OUT.test(error.name)) return `it took more than ${withinMs / 1000} s`;
  // Of several addresses the first tells what is wrong.
  const [first] = error instanceof AggregateError ? error.errors : [];
  const code = codeOf(error) ?? codeOf(first) ?? '';
  if (code.startsWith('HPE_') || error.name === 'HTTPParserError')
    return 'its host does not speak HTTP as it should';
  if (/^(?:Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_PADDING|ERR__)/.test(code))
    return 'it is packed and cannot be unpacked';
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code) && !(code in REASONS))
    return 'the certificate of its host cannot be trusted';
  return REASONS[code] ?? `its host could not be asked (${code || error.name})`;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
