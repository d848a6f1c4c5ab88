import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { fetchFrom, isOpen, safeFetch } from "@/lib/safe-fetch";

let server: Server | undefined;
let asked = 0;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  asked = 0;
});

async function serving(answer: RequestListener): Promise<number> {
  server = createServer((request, response) => {
    asked++;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

const here = { address: "127.0.0.1", family: 4 };

describe("the open internet", () => {
  test("has no private, local, translated or reserved address", () => {
    const closed = [
      "127.0.0.1",
      "127.8.8.8",
      "10.0.0.1",
      "172.16.0.1",
      "192.168.1.1",
      "169.254.169.254",
      "0.0.0.0",
      "100.64.0.1",
    ];
    closed.push(
      "224.0.0.1",
      "255.255.255.255",
      "198.18.0.1",
      "192.0.2.1",
      "::1",
      "::",
      "fe80::1",
      "fc00::1",
      "ff02::1",
    );
    closed.push(
      "::ffff:127.0.0.1",
      "::ffff:10.0.0.1",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "2001:db8::1",
      "no address",
      "",
    );
    expect(closed.filter(isOpen)).toEqual([]);
    expect(["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111"].filter(isOpen)).toHaveLength(3);
  });
});

describe("the guarded fetch", () => {
  test("never connects to this machine, however its address is written", async () => {
    const port = await serving((_request, response) => response.end("secret"));
    const hosts = [
      "127.0.0.1",
      "localhost",
      "127.1",
      "0x7f.1",
      "2130706433",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "0",
      "user:pass@127.0.0.1",
    ];
    for (const host of hosts)
      for (const url of [`http://${host}/`, `http://${host}:${port}/`])
        await expect(safeFetch(url, { maxBytes: 100 })).rejects.toMatchObject({ code: "invalid" });
    expect(asked).toBe(0);
  });

  test("takes addresses of the web alone", async () => {
    for (const url of [
      "file:///etc/passwd",
      "ftp://example.org/",
      "data:text/plain,x",
      "javascript:1",
      "//example.org",
      "x",
      "",
    ])
      await expect(safeFetch(url, { maxBytes: 100 })).rejects.toMatchObject({ code: "invalid" });
  });

  test("connects to the address that was looked at, whatever the name says by now", async () => {
    const port = await serving((request, response) => response.end(`for ${request.headers.host}`));
    const bytes = await fetchFrom(new URL(`http://rebound.invalid:${port}/x`), here, 100);
    expect(Buffer.from(bytes).toString()).toBe(`for rebound.invalid:${port}`);
  });

  test("follows no redirect", async () => {
    const port = await serving((_request, response) => response.writeHead(302, { location: "/elsewhere" }).end());
    await expect(fetchFrom(new URL(`http://a.invalid:${port}/`), here, 100)).rejects.toMatchObject({ code: "invalid" });
    expect(asked).toBe(1);
  });

  test("stops at the size that it was given", async () => {
    const port = await serving((_request, response) => response.end(Buffer.alloc(5_000)));
    await expect(fetchFrom(new URL(`http://a.invalid:${port}/`), here, 4_999)).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await fetchFrom(new URL(`http://a.invalid:${port}/`), here, 5_000)).toHaveLength(5_000);
  });

  test("says of a server that cuts the line what it says of one that is not there", async () => {
    const port = await serving((request) => request.socket.destroy());
    await expect(fetchFrom(new URL(`http://a.invalid:${port}/`), here, 100)).rejects.toMatchObject({ code: "invalid" });
  });
});
