import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

interface Module {
  bytes: Buffer;
  br: Buffer;
  gzip: Buffer;
}

const wellNamed = /^\/elements\/([a-z-]+-[A-Z0-9]{8}\.js)$/;

/** The custom elements' modules, by their hashed names, the ones of earlier builds too; each is read once. */
export class Elements {
  private readonly modules = new Map<string, Module>();

  /** `extra` are modules that no build made, by path. */
  constructor(
    private readonly folder: string,
    extra: Record<string, string> = {},
  ) {
    for (const [path, source] of Object.entries(extra)) this.modules.set(path, compressedModule(Buffer.from(source)));
  }

  find(path: string): Module | undefined {
    const known = this.modules.get(path);
    if (known) return known;
    const name = wellNamed.exec(path)?.[1];
    if (!name || !existsSync(join(this.folder, name))) return undefined;
    const made = compressedModule(readFileSync(join(this.folder, name)));
    this.modules.set(path, made);
    return made;
  }

  send({ bytes, br, gzip }: Module, request: IncomingMessage, response: ServerResponse): void {
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const [encoding, body] = accepted.includes("br")
      ? ["br", br]
      : accepted.includes("gzip")
        ? ["gzip", gzip]
        : ["", bytes];
    if (encoding) response.setHeader("Content-Encoding", String(encoding));
    response.setHeader("Content-Type", "text/javascript; charset=utf-8");
    response.setHeader("Content-Length", body.length);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setHeader("Vary", "Accept-Encoding");
    response.writeHead(200);
    response.end(request.method === "HEAD" ? undefined : body);
  }
}

function compressedModule(bytes: Buffer): Module {
  return { bytes, br: brotliCompressSync(bytes), gzip: gzipSync(bytes) };
}

/** In development a document reloads when Next says that something changed. */
export const devReload = {
  path: "/elements/reload.js",
  tag: '<script type="module" src="/elements/reload.js"></script>',
  source: `const listen = () => {
  const socket = new WebSocket(location.origin.replace("http", "ws") + "/_next/hmr");
  socket.onmessage = ({ data }) => {
    if (typeof data === "string" && /serverComponentChanges|reloadPage/.test(data)) location.reload();
  };
  socket.onclose = () => setTimeout(listen, 1000);
};
listen();
`,
};
