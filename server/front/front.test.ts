import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { processState } from "@/lib/process-state";
import { DocumentServer } from "@/server/documents/document-server";
import { Documents } from "@/server/documents/documents";
import { ReaderPages } from "@/server/documents/reader-pages";
import { render } from "@/server/documents/render";
import { Elements } from "@/server/front/elements";
import { Front } from "@/server/front/front";
import { hostsOf } from "@/server/front/hosts";
import { commonHeaders } from "@/server/front/policy-headers";
import { Live } from "@/server/live/live";

/** In Next's place: tells what it was asked, and does what the path says. */
const asked: IncomingMessage[] = [];
async function app(request: IncomingMessage, response: ServerResponse): Promise<void> {
  asked.push(request);
  const path = request.url?.split("?")[0] ?? "";
  if (path.endsWith("/broken")) {
    response.writeHead(500, { "content-type": "text/html" });
    response.end("<p>at Object.secret (/srv/app.js:1:1)</p>");
    return;
  }
  processState().notes.getStore()?.tags.add("site");
  const body: Buffer[] = [];
  for await (const chunk of request) body.push(chunk);
  const html = `<html><head></head><body><p>${asked.length}</p><script>next()</script></body></html>`;
  const json = path.startsWith("/api");
  response.writeHead(200, { "content-type": json ? "application/json" : "text/html; charset=utf-8" });
  response.end(json ? JSON.stringify({ length: Buffer.concat(body).length }) : html);
}

let server: Server;
let documents: Documents;
const listener = { trusted: true, lastHeard: 0 };
let databaseAnswers = true;
const crowded: string[] = [];
const portOf = () => {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
};

beforeAll(async () => {
  documents = new Documents({ capacity: 1_000_000, headers: commonHeaders(false), now: () => 0 });
  const own = (url: string) => render(app, url, { host: "localhost" });
  const pages = new ReaderPages({ documents, render: own, trusted: () => listener.trusted, onStyles: () => undefined });
  const desk = new DocumentServer({
    documents,
    pages,
    listener,
    pulse: { answers: async () => databaseAnswers },
    render: (url, headers) => render(app, url, headers),
    onCrowd: (key) => crowded.push(key),
  });
  const front = new Front({
    hosts: hostsOf(undefined, portOf),
    hops: 0,
    dev: false,
    headers: commonHeaders(false),
    handler: app,
    documents: desk,
    elements: new Elements("/nonexistent"),
    live: new Live(),
  });
  server = createServer(front.handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => server.close());

beforeEach(() => {
  documents.dropAll();
  asked.length = 0;
  listener.trusted = true;
  listener.lastHeard = performance.now();
  databaseAnswers = true;
});

interface Got {
  status: number;
  headers: IncomingMessage["headers"];
  text: string;
}

interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  agent?: Agent;
}

function ask(path: string, { method = "GET", headers = {}, body = "", agent }: Asking = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port: portOf(), path, method, headers, agent }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("a reader page", () => {
  test("is rendered once, without scripts, and answered with 304 to who has it", async () => {
    const first = await ask("/");
    const second = await ask("/");
    expect(first.text).toBe("<html><head></head><body><p>1</p></body></html>");
    expect(second.text).toBe(first.text);
    expect(asked).toHaveLength(1);
    expect((await ask("/", { headers: { "if-none-match": first.headers.etag ?? "" } })).status).toBe(304);
  });

  test("that a hundred ask for is told of once, before it may be busy", async () => {
    for (let turn = 0; turn < 100; turn++) await ask("/articles/a");
    expect(crowded).toEqual([]);
    for (let turn = 0; turn < 10; turn++) await ask("/articles/a");
    expect(crowded).toEqual(["/articles/a"]);
  });

  test("takes nothing from a reader's request", async () => {
    await ask("/articles/a?utm=1", { headers: { cookie: "session=mine", "x-nonce": "n", "accept-language": "de" } });
    expect(asked[0]?.url).toBe("/articles/a");
    expect(asked[0]?.headers).toEqual({ host: "localhost", "user-agent": "rejoinder" });
  });

  test("is rendered anew for who has just written", async () => {
    await ask("/");
    expect((await ask("/", { headers: { cookie: "rejoinder-fresh=1" } })).text).toContain("<p>2</p>");
  });

  test.each([
    ["RSC", { rsc: "1" }],
    ["a prefetch", { "next-router-prefetch": "1" }],
    ["a Server Action", { "next-action": "x" }],
  ])("does not exist as %s, kept or not", async (_what, headers) => {
    await ask("/");
    expect((await ask("/", { headers })).status).toBe(404);
    expect((await ask("/articles/a", { headers })).status).toBe(404);
  });

  test("takes nothing but GET and HEAD", async () => {
    const { status, headers } = await ask("/", { method: "POST", body: "x" });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
    expect((await ask("/", { method: "HEAD" })).text).toBe("");
    expect(asked).toHaveLength(1);
  });

  test("that fails is plain words, a request id and the reader's policy", async () => {
    const { status, text, headers } = await ask("/articles/broken");
    expect(status).toBe(500);
    expect(text).not.toContain("secret");
    expect(text).toContain(headers["x-request-id"]);
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
  });
});

describe("while Postgres is away", () => {
  test("a kept page serves with its age, and one that is not kept says when to come back", async () => {
    await ask("/");
    listener.trusted = false;
    listener.lastHeard = performance.now() - 5_000;
    databaseAnswers = false;
    const kept = await ask("/");
    expect([kept.status, kept.headers.age]).toEqual([200, "5"]);
    const missing = await ask("/articles/a");
    expect([missing.status, missing.headers["retry-after"]]).toEqual([503, "5"]);
  });

  test("no page is older than ten minutes", async () => {
    await ask("/");
    listener.trusted = false;
    listener.lastHeard = performance.now() - 601_000;
    databaseAnswers = false;
    expect((await ask("/")).status).toBe(503);
  });

  test("but with Postgres there, a deaf process renders each time", async () => {
    listener.trusted = false;
    expect([(await ask("/")).text, (await ask("/")).text].map((text) => /<p>(\d)/.exec(text)?.[1])).toEqual(["1", "2"]);
  });
});

test("another host is told that it is at the wrong door, but for a balancer's question", async () => {
  for (const path of ["/", "/admin", "/feed.xml"]) {
    expect((await ask(path, { headers: { host: "evil.test" } })).status).toBe(421);
  }
  const api = await ask("/api/v1/articles", { headers: { host: "evil.test" } });
  expect([api.status, JSON.parse(api.text).code]).toEqual([421, "wrong_host"]);
  expect((await ask("/api/health/live", { headers: { host: "10.0.0.9" } })).status).toBe(200);
});

test("a desk's page carries a nonce of its own, which nobody outside can choose", async () => {
  const headers = { "content-security-policy": "script-src 'nonce-mine'", "x-nonce": "mine" };
  const answers = [await ask("/admin", { headers }), await ask("/admin", { headers })];
  const nonces = answers.map(
    (answer) => /'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1],
  );
  expect(new Set(nonces).size).toBe(2);
  expect(nonces).not.toContain("mine");
  expect(asked[0]?.headers["content-security-policy"]).toContain(nonces[0]);
  expect(answers[0]?.headers["cache-control"]).toBe("private, no-store");
});

test("Next's own words for a failure become a problem document", async () => {
  const { status, text, headers } = await ask("/api/broken");
  expect(status).toBe(500);
  expect(headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(JSON.parse(text)).toMatchObject({ code: "internal", requestId: headers["x-request-id"] });
});

describe("a body", () => {
  test("within its limit arrives whole", async () => {
    const { text } = await ask("/api/v1/x", { method: "POST", body: "a".repeat(65_536) });
    expect(JSON.parse(text)).toEqual({ length: 65_536 });
  });

  test("leaves the connection open for what comes next", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const post = { method: "POST", body: "words", agent };
    const got = [await ask("/api/v1/x", post), await ask("/admin", { agent }), await ask("/api/v1/x", post)];
    expect(got.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
    agent.destroy();
  });

  test("too long by its own account is refused before it is read", async () => {
    const got = await ask("/api/v1/x", { method: "POST", body: "a".repeat(65_537) });
    expect([got.status, JSON.parse(got.text).code, got.headers.connection]).toEqual([413, "too_large", "close"]);
    expect(asked).toEqual([]);
  });

  test("too long without saying so never reaches the app, and the refusal reaches the sender", async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(portOf(), "127.0.0.1");
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("error", reject).on("close", () => resolve(text));
      socket.write(`POST /api/v1/x HTTP/1.1\r\nHost: localhost:${portOf()}\r\nTransfer-Encoding: chunked\r\n\r\n`);
      for (let i = 0; i < 160; i++) socket.write(`10000\r\n${"a".repeat(65_536)}\r\n`);
      socket.write("0\r\n\r\n");
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(asked).toEqual([]);
  });
});
