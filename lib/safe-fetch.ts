import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { Agent, request } from "undici";
import { second } from "@/lib/clock";
import { AppError, invalid } from "@/lib/errors";
import { t } from "@/lib/messages";

const timeAllowed = 10 * second;

interface Address {
  address: string;
  family: number;
}

/** Whether an address lies in the open internet: not private, loopback, link-local, multicast, translated or reserved. */
export function isOpen(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/**
 * The one way out: fetches `url` by GET and resolves to at most `maxBytes` bytes within 10 s. Its name is resolved once, every address that it has must
 * lie in the open internet, and the connection goes to the one that was looked at. Follows no redirect, sends no cookie, decompresses nothing.
 * Throws `invalid` (path `url`) for whatever cannot be fetched so.
 */
export async function safeFetch(url: string, { maxBytes }: { maxBytes: number }): Promise<Uint8Array> {
  const target = allowed(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const addresses = await resolved(host);
  const [first] = addresses;
  if (!first || !addresses.every(({ address }) => isOpen(address))) throw invalid("url", t("requests.fault.urlOpen"));
  return fetchFrom(target, first, maxBytes);
}

function allowed(url: string): URL {
  if (!URL.canParse(url)) throw invalid("url", t("requests.fault.url"));
  const target = new URL(url);
  if (!["http:", "https:"].includes(target.protocol) || target.username || target.password || target.port)
    throw invalid("url", t("requests.fault.urlPlain"));
  return target;
}

async function resolved(host: string): Promise<Address[]> {
  if (ipaddr.isValid(host)) return [{ address: host, family: ipaddr.parse(host).kind() === "ipv6" ? 6 : 4 }];
  const giveUp = new Promise<never>((_resolve, reject) => setTimeout(reject, timeAllowed / 2, unreachable()).unref());
  return Promise.race([lookup(host, { all: true }).catch(() => Promise.reject(unreachable())), giveUp]);
}

const unreachable = () => invalid("url", t("requests.fault.urlUnreachable"));

/** Connects to `address`, whatever the name in `url` resolves to by now. Exported for its test, which has no open internet. */
export async function fetchFrom(url: URL, { address, family }: Address, maxBytes: number): Promise<Uint8Array> {
  const agent = new Agent({
    connect: { timeout: timeAllowed, lookup: (_host, _options, done) => done(null, [{ address, family }]) },
    maxHeaderSize: 16_384,
  });
  try {
    const answer = await request(url, {
      dispatcher: agent,
      signal: AbortSignal.timeout(timeAllowed),
      headers: { accept: "*/*", "accept-encoding": "identity", "user-agent": "Rejoinder" },
    });
    if (answer.statusCode !== 200) throw invalid("url", t("requests.fault.urlAnswered", { status: answer.statusCode }));
    return await atMost(answer.body, maxBytes);
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : unreachable();
  } finally {
    void agent.destroy();
  }
}

async function atMost(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw invalid("url", t("requests.fault.urlLarge", { size: Math.floor(maxBytes / 1024) }));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
