import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
/** A range of addresses: the first of them, and how many bits all of them share. */
export type Range = [Address, number];

/** An address, also as `addressKey` of lib/rate-limit.ts gives it; IPv4 within IPv6 is IPv4. Null for what is none. */
function read(address: string): Address | null {
  const plain = address.replace(/\/64$/, "");
  return ipaddr.isValid(plain) && !plain.includes("%") ? ipaddr.process(plain) : null;
}

const ranged = (address: Address, bits: number): Range =>
  address instanceof ipaddr.IPv4
    ? [ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`), bits]
    : [ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`), bits];

/**
 * Reads a range as people write it (RFC 4632, RFC 4291): `203.0.113.0/24`, `2001:db8::/32`; an address alone is an IPv4 by itself or an IPv6's /64,
 * as limits count them. Bits past the range are dropped. Null for what is no range.
 */
export function rangeOf(text: string): Range | null {
  if (!/^[0-9a-f.:]{2,45}(\/\d{1,3})?$/i.test(text)) return null;
  const [plain = "", bits] = text.split("/");
  // "127.1" and "0x7f000001" are addresses to old programs, and a slip of the pen here.
  if (!plain.includes(":") && !ipaddr.IPv4.isValidFourPartDecimal(plain)) return null;
  if (!ipaddr.isValid(plain)) return null;
  const address = ipaddr.process(plain);
  const isMapped = plain.includes(":") && address instanceof ipaddr.IPv4;
  const most = address instanceof ipaddr.IPv4 ? 32 : 128;
  const shared = bits === undefined ? (most === 32 ? 32 : 64) : Number(bits) - (isMapped ? 96 : 0);
  return shared >= 0 && shared <= most ? ranged(address, shared) : null;
}

/** The one spelling of a range, as Postgres's `cidr` takes it. */
export const spelt = ([address, bits]: Range) => `${address}/${bits}`;

/** How many bits the addresses of the range share, and how many there are in all. */
export const bitsOf = ([address, bits]: Range) => ({ bits, isV4: address instanceof ipaddr.IPv4 });

/** Whether the range is of addresses from which people come: not of this machine, this link, or nobody. */
export function isReachable([address]: Range): boolean {
  return !["loopback", "unspecified", "linkLocal", "multicast", "broadcast"].includes(address.range());
}

/** Whether the range holds that address. */
export function holds([first, bits]: Range, address: string): boolean {
  const asked = read(address);
  return asked !== null && asked.kind() === first.kind() && asked.match(first, bits);
}

/** The network of an address, no finer than /24 and /48: what is kept of whence somebody signed in. Null for what is no address. */
export function networkOf(address: string): string | null {
  const asked = read(address);
  return asked && spelt(ranged(asked, asked instanceof ipaddr.IPv4 ? 24 : 48));
}
