import ipaddr from "ipaddr.js";

/**
 * The client's address: the socket's, unless `hops` says how many proxies to believe. Each proxy appends the address that it
 * saw to `X-Forwarded-For`, so the one to believe is counted from the right; whatever stands before it anybody may have written.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  hops: number,
): string {
  const own = plainAddress(socketAddress) ?? "0.0.0.0";
  if (hops === 0 || !forwardedFor) return own;
  const seen = forwardedFor.split(",").map((part) => part.trim());
  return plainAddress(seen.at(-Math.min(hops, seen.length))) ?? own;
}

/** An address in its one spelling; IPv4 within IPv6 as IPv4. */
function plainAddress(text: string | undefined): string | undefined {
  if (!text || text.length > 60 || !ipaddr.isValid(text)) return undefined;
  return ipaddr.process(text).toString();
}
