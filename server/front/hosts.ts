/** Which `Host` headers are this site. */
export interface Hosts {
  /** The host that pages rendered for everybody are rendered under. */
  own: string;
  secure: boolean;
  isOurs(host: string | undefined): boolean;
}

const loopback = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::(\d{1,5}))?$/i;

/** With `siteUrl`, its host alone; without, any loopback host that names the port on which we listen. Anything else gets 421. */
export function hostsOf(siteUrl: string | undefined, port: () => number): Hosts {
  if (siteUrl) {
    const url = new URL(siteUrl);
    const names = new Set([url.host, `${url.hostname}:${url.port || (url.protocol === "https:" ? 443 : 80)}`]);
    return {
      own: url.host,
      secure: url.protocol === "https:",
      isOurs: (host) => host !== undefined && names.has(host.toLowerCase()),
    };
  }
  return {
    get own() {
      return `localhost:${port()}`;
    },
    secure: false,
    isOurs(host) {
      const found = loopback.exec(host ?? "");
      return found !== null && Number(found[2] ?? 80) === port();
    },
  };
}
