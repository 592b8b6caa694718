import ipaddr from 'ipaddr.js';

/** The public part of IPv6 (RFC 4291, 2.4): what embeds, maps or translates other addresses lies outside of it. */
const PUBLIC_V6 = ipaddr.parseCIDR('2000::/3');
/** A cloud's own machine behind an address that looks public (Azure's wire server). */
const METADATA = new Set(['168.63.129.16']);

const KINDS: Readonly<Record<string, string>> = {
  private: 'a private',
  uniqueLocal: 'a private',
  carrierGradeNat: 'a private',
  loopback: "this machine's own",
  unspecified: "this machine's own",
  linkLocal: 'a link-local',
  multicast: 'a multicast',
  broadcast: 'a broadcast',
  metadata: "a cloud machine's own",
};

/** Why an address is not to be reached, as a clause ("10.0.0.1 is a private address"); null for one that may be. */
export type AddressGuard = (address: string) => string | null;

/** An address or a range of them (`10.1.2.3`, `10.0.0.0/8`, `fd00::/8`); null for what is neither. */
function readRange(written: string): readonly [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  if (ipaddr.isValidCIDR(written)) return ipaddr.parseCIDR(written);
  if (!ipaddr.isValid(written)) return null;
  const address = ipaddr.parse(written);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * Lets public addresses pass, and those that `allowed` names.
 *
 * @param allowed addresses and ranges; what is neither names nothing
 */
export function createAddressGuard(allowed: readonly string[]): AddressGuard {
  const ranges = allowed.flatMap((written) => {
    const range = readRange(written);
    return range ? [range] : [];
  });
  return (written) => {
    if (!ipaddr.isValid(written)) return `${JSON.stringify(written)} is no address`;
    const address = ipaddr.parse(written);
    const isNamed = ranges.some(
      ([range, bits]) => range.kind() === address.kind() && address.match(range, bits),
    );
    const kind = METADATA.has(address.toString()) ? 'metadata' : address.range();
    const isPublic = kind === 'unicast' && (address.kind() === 'ipv4' || address.match(...PUBLIC_V6));
    if (isNamed || isPublic) return null;
    return `${written} is ${KINDS[kind] ?? 'a reserved'} address`;
  };
}
