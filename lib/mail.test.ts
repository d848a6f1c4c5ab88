import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { headerText, jobs, post } from "@/lib/mail";
import { emptyDatabase, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

const posted = () =>
  sql<{ payload: Parameters<NonNullable<typeof jobs.send_mail>>[0] }>(
    "SELECT payload FROM graphile_worker._private_jobs ORDER BY id",
  );

/** Writes a letter, sends it, and reads the file. */
async function sent(letter: Parameters<typeof post>[0]): Promise<string> {
  await post(letter);
  const [job] = await posted();
  if (!job) throw new Error("nothing was posted");
  await jobs.send_mail?.(job.payload);
  const folder = join(env().DATA_DIR, "mail");
  const name = `${/<(.+)>/.exec(job.payload.headers?.["Message-ID"] ?? "")?.[1]?.replace(/[^A-Za-z0-9-]+/g, "-")}.eml`;
  expect(await readdir(folder)).toContain(name);
  return readFile(join(folder, name), "utf8");
}

const headersOf = (message: string) => (message.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n");

describe("a letter", () => {
  it("is a file where no server is set, in plain text and HTML, with its link", async () => {
    const link = { url: "http://localhost:3000/reset-password/abc_DEF", label: "Choose" };
    const message = await sent({
      to: "wren@example.org",
      subject: "A new password",
      paragraphs: ["Follow <it>."],
      link,
    });
    expect(headersOf(message)).toContain("To: wren@example.org");
    expect(message).toContain("http://localhost:3000/reset-password/abc_DEF");
    expect(message.replace(/=\r\n/g, "")).toContain("Follow &lt;it&gt;.");
  });

  it.each([
    "a\r\nBcc: evil@example.org",
    "a\nBcc: evil@example.org",
    "a\u2028Bcc: x",
    "a%0d%0aBcc: x",
    "x".repeat(10_000),
  ])("takes no header from its subject (%#)", async (subject) => {
    const headers = headersOf(await sent({ to: "wren@example.org", subject, paragraphs: ["Words."] }));
    expect(headers.filter((header) => /^bcc:/i.test(header))).toEqual([]);
    expect(headers.filter((header) => /^to:/i.test(header))).toEqual(["To: wren@example.org"]);
    expect(headerText(subject).length).toBeLessThanOrEqual(150);
  });

  it.each([
    "a@example.org,b@example.org",
    "a@example.org\r\nBcc: b@example.org",
    "<a@example.org>",
    "a b@example.org",
    "",
  ])("does not go to what is not one address (%j)", async (to) => {
    await expect(jobs.send_mail?.({ to, subject: "s", text: "t" })).rejects.toThrow("not one mail address");
  });

  it("is not posted by a transaction that fails", async () => {
    const failing = transaction(async () => {
      await post({ to: "wren@example.org", subject: "s", paragraphs: ["Words."] });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await posted()).toEqual([]);
  });
});
