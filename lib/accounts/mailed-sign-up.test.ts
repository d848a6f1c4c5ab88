import { createServer, type Server, type Socket } from "node:net";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { POST as confirm } from "@/app/api/v1/accounts/[token]/route";
import { POST as signUp } from "@/app/api/v1/accounts/route";
import { jobs as accountJobs } from "@/lib/accounts/jobs";
import { jobs as mailJobs } from "@/lib/mail";
import { makeAccount } from "@/prisma/factories";
import { emptyDatabase, sql } from "@/prisma/testing";

vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined }) }));

let server: Server;
let received: string[] = [];

/** As much of a mail server (RFC 5321) as takes a message. */
function speak(socket: Socket): void {
  let data: string | null = null;
  socket.write("220 here\r\n");
  socket.on("data", (bytes) => {
    for (const line of bytes
      .toString()
      .split("\r\n")
      .slice(0, data === null ? -1 : undefined)) {
      if (data === null) {
        received.push(line);
        if (/^data/i.test(line)) data = "";
        socket.write(/^data/i.test(line) ? "354 go on\r\n" : /^quit/i.test(line) ? "221 bye\r\n" : "250 good\r\n");
      } else if (line === ".") {
        received.push(data);
        data = null;
        socket.write("250 taken\r\n");
      } else data += `${line}\n`;
    }
  });
}

beforeAll(async () => {
  server = createServer(speak);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  // Before the environment is first read.
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(async () => {
  await emptyDatabase();
  received = [];
});

const password = "quiet lanterns over the weir";

function send(handler: typeof signUp, path: string, body: object, params: Record<string, string> = {}, cookie = "") {
  const headers = {
    host: "localhost:3000",
    origin: "http://localhost:3000",
    "content-type": "application/json",
    cookie,
  };
  const request = new NextRequest(`http://localhost:3000${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  return handler(request, { params: Promise.resolve(params) });
}

/** Runs what was enqueued, and what that enqueued. */
async function work(): Promise<void> {
  for (;;) {
    const [job] = await sql<{ id: string; name: string; payload: never }>(
      `SELECT j.id, j.payload, t.identifier AS name FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id LIMIT 1`,
    );
    if (!job) return;
    await sql("DELETE FROM graphile_worker._private_jobs WHERE id = $1", [job.id]);
    await Object.entries({ ...accountJobs, ...mailJobs }).find(([name]) => name === job.name)?.[1]?.(job.payload);
  }
}

it("answers every address alike, and opens the account of the link that was mailed", async () => {
  await makeAccount({ email: "known@example.org" });
  const answers = await Promise.all(
    ["known", "new"].map((who) =>
      send(signUp, "/api/v1/accounts", { email: `${who}@example.org`, name: "Wren Okafor", password }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([202, 202]);
  const [known, unknown] = await Promise.all(answers.map((answer) => answer.text()));
  expect(known).toBe(unknown);
  expect(answers.flatMap((answer) => answer.headers.getSetCookie()).filter((cookie) => /session/.test(cookie))).toEqual(
    [],
  );

  await work();
  expect(received.filter((line) => /^RCPT/i.test(line)).sort()).toEqual([
    "RCPT TO:<known@example.org>",
    "RCPT TO:<new@example.org>",
  ]);
  const tokens = received.flatMap((message) => /\/sign-up\/([A-Za-z0-9_-]{32})\s/.exec(message)?.[1] ?? []);
  expect(tokens).toHaveLength(1);
  const token = tokens[0] ?? "";
  const path = `/api/v1/accounts/${token}`;
  expect((await send(confirm, path, {}, { token })).status, "in another browser").toBe(422);
  const cookie = answers[1]?.headers.getSetCookie().find((each) => each.includes("sign-up")) ?? "";
  const asked = [1, 2, 3].map(() => send(confirm, path, {}, { token }, cookie.split(";")[0]));
  const opened = await Promise.all(asked);
  expect(opened.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
});
