import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import type { Options } from "nodemailer/lib/mailer";
import { env, siteUrl } from "@/lib/env";
import { newId } from "@/lib/ids";
import { enqueue, type JobHandlers, type Jobs } from "@/lib/jobs";
import { t } from "@/lib/messages";
import { siteSettings } from "@/lib/settings";
import { codePoints } from "@/lib/text";

/** A mail as the product writes it: plain paragraphs, and at most one link that stands by itself. */
export interface Letter {
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
const oneAddress = /^(?=.{3,254}$)[^\s@,;:<>()"\\\p{Cc}]+@[A-Za-z0-9.-]+$/u;

/** Whether mail goes out to people, so that an address can be confirmed. */
export const mailIsSent = (): boolean => env().SMTP_URL !== undefined;

/** Posts a letter in the ambient transaction: it goes out if and only if that commits. Its Message-ID stays the same however often it is tried. */
export async function post(letter: Letter): Promise<void> {
  await enqueue("send_mail", await written(letter));
}

async function written({ to, subject, paragraphs, link, closing = [] }: Letter): Promise<Jobs["send_mail"]> {
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
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><body>${html}</body></html>`,
    headers: { "Message-ID": `<${newId()}@${new URL(siteUrl()).hostname}>`, "Auto-Submitted": "auto-generated" },
  };
}

/** What may stand in a header: one line, without control characters, cut where it is too long. */
export function headerText(value: string): string {
  const line = value
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ")
    .trim();
  return codePoints(line) > subjectMax ? `${[...line].slice(0, subjectMax - 1).join("")}…` : line;
}

/** Lines of at most 72 characters, so that mail in ASCII travels as it is. */
const wrapped = (text: string) => text.replace(/(?=.{73})(.{1,72}) /gu, "$1\n");

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
const paragraph = (text: string) => `<p>${escaped(text)}</p>`;

/** Sends one message by `SMTP_URL` or, where none is set, puts it into `mail/` under the data folder as an `.eml` file. */
async function send({ to, subject, text, html, headers = {} }: Jobs["send_mail"]): Promise<void> {
  if (!oneAddress.test(to)) throw new Error("This is not one mail address.");
  const { "Message-ID": messageId = `<${newId()}@${new URL(siteUrl()).hostname}>`, ...others } = headers;
  const message: Options = {
    from: env().MAIL_FROM ?? {
      name: headerText((await siteSettings()).name),
      address: `no-reply@${new URL(siteUrl()).hostname}`,
    },
    // An object is taken as one address, whatever is in it; a string would be parsed as a list.
    to: { name: "", address: to },
    subject: headerText(subject),
    text,
    html,
    messageId,
    headers: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, headerText(value)])),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  await (env().SMTP_URL ? byServer(message) : toFile(message, messageId));
}

let server: Transporter | undefined;

async function byServer(message: Options): Promise<void> {
  server ??= createTransport(env().SMTP_URL ?? "", {});
  await server.sendMail(message);
}

async function toFile(message: Options, messageId: string): Promise<void> {
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
      .slice(0, 80)}.eml`,
  );
  await mkdir(folder, { recursive: true });
  // Written beside and renamed: whoever watches the folder sees whole messages only.
  await writeFile(`${file}.part`, bytes, { mode: 0o600 });
  await rename(`${file}.part`, file);
}

export const jobs: JobHandlers = { send_mail: send };
