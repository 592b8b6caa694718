import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import type { AddressGuard } from './guard-address.ts';

/** The addresses of a host's name. Rejects where there are none. */
export type ResolveHost = (host: string) => Promise<readonly LookupAddress[]>;

/** An address that is not to be reached; its message is a clause about it. */
export class BlockedAddress extends Error {
  override readonly name = 'BlockedAddress';
}

/** Longer waiting for the next request to a host closes the connection. */
const KEEP_ALIVE_MS = 4000;

/**
 * Connections to nothing but what the guard lets pass. The addresses that are checked are those that are connected to: no
 * second look-up comes between, whatever the name says by then. Addresses in place of names are not looked up, and are the
 * caller's to check.
 */
export function createGuardedAgent({
  guard,
  resolve,
  withinMs,
  mostBytes,
}: {
  readonly guard: AddressGuard;
  readonly resolve: ResolveHost;
  readonly withinMs: number;
  /** As they come, before anything is unpacked. */
  readonly mostBytes: number;
}): Agent {
  async function checked(host: string): Promise<readonly LookupAddress[]> {
    const addresses = await resolve(host);
    for (const { address } of addresses) {
      const reason = guard(address);
      if (reason !== null) throw new BlockedAddress(reason);
    }
    return addresses;
  }
  const lookup: LookupFunction = (host, options: LookupOptions, done) => {
    checked(host).then(
      (addresses) => {
        const [first] = addresses;
        if (!first) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
        else if (options.all) done(null, [...addresses]);
        else done(null, first.address, first.family);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), ''),
    );
  };
  return new Agent({
    connect: { lookup, timeout: withinMs },
    connections: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: withinMs,
    bodyTimeout: withinMs,
    maxResponseSize: mostBytes,
  });
}
