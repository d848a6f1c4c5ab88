import { domainToASCII } from "node:url";

const inWords =
  /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}[.。．]){1,6}[\p{L}][\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}-])/gu;

/** The name of a host as DNS knows it: lower case, punycode, without a last dot; null for what is none. */
export function hostName(written: string): string | null {
  const host = domainToASCII(
    written
      .trim()
      .toLowerCase()
      .replace(/[。．]/g, ".")
      .replace(/\.$/, ""),
  );
  return /^(?=.{3,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(host) ? host : null;
}

const linked = /<a href="(?:https?:)?\/\/(?:[^"/?#@]*@)?([^"/?#:]+)/g;
const mailed = /<a href="mailto:[^"@]*@([^"?&]+)/g;

/** How many links the HTML of a comment has, and every host that it or its words name. */
export function hostsIn(html: string, text: string): { links: number; hosts: string[] } {
  const names = new Set<string>();
  let links = 0;
  for (const [, host = ""] of html.includes("<a ") ? html.matchAll(linked) : []) {
    links++;
    names.add(host);
  }
  for (const [, host = ""] of html.includes("mailto:") ? html.matchAll(mailed) : []) names.add(host);
  if (/[.。．]/.test(text)) for (const [host] of text.matchAll(inWords)) names.add(host);
  return { links, hosts: [...names].flatMap((name) => hostName(name) ?? []) };
}

/** The host and every domain above it: `a.b.example`, `b.example`, `example`. */
export function* upwards(host: string): Generator<string> {
  for (let from = 0; from >= 0; ) {
    yield host.slice(from);
    const dot = host.indexOf(".", from);
    from = dot < 0 ? -1 : dot + 1;
  }
}
