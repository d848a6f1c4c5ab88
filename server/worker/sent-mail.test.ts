import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { deliver, messageIdOf } from "@/lib/mail";
import { emptyDatabase } from "@/prisma/testing";
import { smtpSink } from "@/server/worker/smtp-sink-testing";

let sink: Awaited<ReturnType<typeof smtpSink>>;
beforeEach(emptyDatabase);
afterEach(() => sink.close());

async function sinkOf(given: Parameters<typeof smtpSink>[0]) {
  sink = await smtpSink(given);
  // Parsed once a process; each sink has a port of its own.
  Object.assign(env(), { SMTP_URL: sink.url });
}

const letter = (name: string) => ({
  to: "wren@example.org",
  subject: "Words",
  text: "One.\n.\n..two\n.",
  headers: { "Message-ID": messageIdOf(name) },
});

test("a message goes out once, however often, and by however many at once, it is tried", async () => {
  await sinkOf({ delay: () => 20 });
  await Promise.all([1, 2, 3, 4].map(() => deliver(letter("one"))));
  await deliver(letter("one"));
  expect(sink.accepted.map(({ messageId }) => messageId)).toEqual([messageIdOf("one")]);
  expect(sink.accepted[0]?.source).toContain("One.\r\n..\r\n...two\r\n..");
  expect(await db.sentMail.count()).toBe(1);
});

test("a message that the server refuses is tried again", async () => {
  await sinkOf({ answer: "451 later" });
  await expect(deliver(letter("two"))).rejects.toThrow("451");
  expect(await db.sentMail.count()).toBe(0);
  sink.close();
  await sinkOf({});
  await deliver(letter("two"));
  expect(sink.accepted).toHaveLength(1);
});

test("a server that is away takes nothing, and nothing is claimed", async () => {
  await sinkOf({});
  sink.close();
  await expect(deliver(letter("four"))).rejects.toThrow("ECONNREFUSED");
  expect(await db.sentMail.count()).toBe(0);
});

test("what becomes true with a message does so with its claim, and not without", async () => {
  await sinkOf({ answer: "554 no" });
  const noted: boolean[] = [];
  await expect(deliver(letter("three"), async (_held, sent) => noted.push(sent))).rejects.toThrow();
  expect(noted).toEqual([true, false]);
});
