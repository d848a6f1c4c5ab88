import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream";
import { createTransport } from "nodemailer";
import addressparser from "nodemailer/lib/addressparser";
import type { Options } from "nodemailer/lib/mailer";
import { second } from "@/lib/clock";
import { env, siteUrl } from "@/lib/env";
import { escaped } from "@/lib/escape";
import { newId } from "@/lib/ids";
import { enqueue, type JobHandlers } from "@/lib/jobs";
import { t } from "@/lib/messages";
import { type Alongside, Claim, SentBefore } from "@/lib/sent-mail";
import { siteSettings } from "@/lib/settings";
import { codePoints } from "@/lib/text";

/** A mail as the product writes it: plain paragraphs, and at most one link that stands by itself. */
export interface Letter {
  /** What it is known by, where it may be posted twice and is to go out once. */
  id?: string;
  /** One address, as `emailSchema` let it through. */
  to: string;
  subject: string;
  paragraphs: readonly string[];
  link?: { url: string; label: string };
  /** What stands after the link. */
  closing?: readonly string[];
}

/** Code points of a subject; longer ones are cut. */
const subjectMax = 150;
/** The priority of jobs that wait for a mail server: after all others, so that a slow one holds up nothing but mail. */
export const mailWaits = 10;
/** How long a server may be silent: a worker's lane is held no longer. */
const patience = { connectionTimeout: 10 * second, greetingTimeout: 10 * second, socketTimeout: 30 * second };
const oneAddress = /^(?=.{3,254}$)[^\s@,;:<>()"\\\p{Cc}]+@[A-Za-z0-9.-]+$/u;

/** Whether mail goes out to people, so that an address can be confirmed. */
export const mailIsSent = (): boolean => env().SMTP_URL !== undefined;

/** Posts a letter in the ambient transaction: it goes out if and only if that commits. Its Message-ID stays the same however often it is tried. */
export async function post(letter: Letter): Promise<void> {
  await enqueue("send_mail", await written(letter), { priority: mailWaits });
}

async function written({ id = newId(), to, subject, paragraphs, link, closing = [] }: Letter): Promise<Message> {
  const { name } = await siteSettings();
  const last = t("accounts.letter.sentBy", { site: headerText(name), url: siteUrl() });
  const text = [...paragraphs.map(wrapped), ...(link ? [link.url] : []), ...closing.map(wrapped), `-- \n${last}`].join(
    "\n\n",
  );
  const html = [
    ...paragraphs.map(paragraph),
    ...(link ? [`<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>`] : []),
    ...closing.map(paragraph),
    `<hr>${paragraph(last)}`,
  ].join("\n");
  return {
    to,
    subject: headerText(subject),
    text: `${text}\n`,
    html: htmlLetter(html),
    headers: { "Message-ID": messageIdOf(id), "Auto-Submitted": "auto-generated" },
  };
}

/** What may stand in a header: one line, without control characters. */
function headerLine(value: string): string {
  return value
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ")
    .trim();
}

/** What people wrote, for a header: one line, without control characters, cut where it is too long. */
export function headerText(value: string): string {
  const line = headerLine(value);
  return codePoints(line) > subjectMax ? `${[...line].slice(0, subjectMax - 1).join("")}…` : line;
}

/** Lines of at most 72 characters, so that mail in ASCII travels as it is. */
export const wrapped = (text: string) => text.replace(/(?=.{73})(.{1,72}) /gu, "$1\n");

const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
/** A letter of this HTML. */
export const htmlLetter = (html: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><body>${html}</body></html>`;

/** One message, ready to go. Its Message-ID is what it is known by: however often it is tried, it goes out once. */
export interface Message {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Who it says it is from, before the address of the publication; the publication's name unless told. */
  fromName?: string;
  headers?: Record<string, string>;
}

/** A Message-ID, or another id of that shape (RFC 5322, 3.6.4), on this site. */
export const messageIdOf = (name: string): string => `<${name}@${mailHost()}>`;
export const mailHost = (): string => new URL(siteUrl()).hostname;

/**
 * Sends one message by `SMTP_URL` or, where none is set, puts it into `mail/` under the data folder as an `.eml` file. Exactly once for its
 * Message-ID, as far as mail can (`lib/sent-mail.ts`); `alongside` becomes true with it. Throws what the server said; then it may be tried again.
 */
export async function deliver(message: Message, alongside?: Alongside): Promise<void> {
  if (!oneAddress.test(message.to)) throw new Error("This is not one mail address.");
  const { "Message-ID": messageId = messageIdOf(newId()), ...headers } = message.headers ?? {};
  const options = await optionsFor({ ...message, headers }, messageId);
  const claim = new Claim(messageId, alongside);
  try {
    await (env().SMTP_URL ? byServer(options, claim) : toFile(options, messageId, claim));
    await claim.settle();
  } catch (error) {
    await claim.giveUp();
    if (!(error instanceof SentBefore)) throw error;
  }
}

async function optionsFor(
  { to, subject, text, html, fromName, headers = {} }: Message,
  messageId: string,
): Promise<Options> {
  return {
    from: await sender(fromName),
    // An object is taken as one address, whatever is in it; a string would be parsed as a list.
    to: { name: "", address: to },
    subject: headerText(subject),
    text,
    html,
    messageId,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, headerLine(value)])),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function sender(name: string | undefined): Promise<{ name: string; address: string }> {
  const [given] = addressparser(env().MAIL_FROM ?? "", { flatten: true });
  const address = given?.address || `no-reply@${mailHost()}`;
  return { name: headerText(name ?? (given?.name || (await siteSettings()).name)), address };
}

async function byServer(message: Options, claim: Claim): Promise<void> {
  const server = createTransport({ url: env().SMTP_URL ?? "", ...patience });
  server.use("stream", (mail, done) => {
    mail.message.processFunc((message) => pipeline(message, claim.stage(), () => undefined));
    done();
  });
  await server.sendMail(message);
}

async function toFile(message: Options, messageId: string, claim: Claim): Promise<void> {
  if (!(await claim.take())) throw new SentBefore();
  const folder = join(env().DATA_DIR, "mail");
  const { message: bytes } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
  }).sendMail(message);
  const file = join(
    folder,
    `${messageId
      .replace(/[^A-Za-z0-9-]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 120)}.eml`,
  );
  await mkdir(folder, { recursive: true });
  // Written beside and renamed: whoever watches the folder sees whole messages only.
  await writeFile(`${file}.part`, bytes, { mode: 0o600 });
  await rename(`${file}.part`, file);
  await claim.commit();
}

export const jobs: JobHandlers = { send_mail: (message) => deliver(message) };
