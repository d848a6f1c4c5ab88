import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import { env, siteUrl } from "@/lib/env";
import { codePoints } from "@/lib/text";

/** The 10,000 commonest; the package orders them by use. */
const commonest = new Set(dictionary["passwords-common"].slice(0, 10_000));

/** argon2id with the parameters of OWASP's cheat sheet (19 MiB, 2 passes, 1 lane): 16 to 25 ms. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let nobodys: Promise<string> | undefined;

/** Whether the password is the one of that hash. For nobody (null) it takes as long and is false; of what is no hash it is false too. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(env().AUTH_SECRET);
  const hash = passwordHash?.startsWith("$argon2id$") ? passwordHash : null;
  const matches = await verify(hash ?? (await nobodys), password);
  return matches && hash !== null;
}

/** What a guess must know of the person and the site to be easy. */
export interface PasswordContext {
  email?: string;
  name?: string;
  handle?: string;
  siteName: string;
}

/** Whether a password is easily guessed: among the commonest, such a one repeated or with digits about it, or little more than words of the site or the person. */
export function isEasilyGuessed(password: string, context: PasswordContext): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  if (isCommon(plain)) return true;
  const words = contextWords(context).filter((word) => plain.includes(word));
  if (words.length === 0) return false;
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), plain);
  return codePoints(rest) < 8;
}

function isCommon(plain: string): boolean {
  const unit = /^(.+?)\1+$/u.exec(plain)?.[1];
  const core = plain.replace(/^[^\p{L}]{0,6}|[^\p{L}]{0,6}$/gu, "");
  return (
    commonest.has(plain) ||
    commonest.has(plain.replace(/[^\p{L}\p{N}]/gu, "")) ||
    (core.length > 3 && commonest.has(core)) ||
    beginnings(plain).some((beginning) => commonest.has(beginning)) ||
    (unit !== undefined && (codePoints(unit) <= 4 || commonest.has(unit)))
  );
}

/** What stands before the last few digits: `1234567890` in `123456789012`, where the core is empty. */
function beginnings(plain: string): string[] {
  const digits = /\d{1,6}$/.exec(plain)?.[0].length ?? 0;
  return Array.from({ length: digits }, (_, cut) => plain.slice(0, plain.length - cut - 1)).filter(
    (beginning) => beginning.length > 3,
  );
}

function contextWords({ email = "", name = "", handle = "", siteName }: PasswordContext): string[] {
  const sources = [
    "rejoinder",
    siteName,
    siteName.replace(/\s/g, ""),
    new URL(siteUrl()).hostname,
    name,
    name.replace(/\s/g, ""),
    handle,
    ...email.split("@"),
  ];
  const words = sources.flatMap((source) => [source, ...source.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(words.map((word) => word.normalize("NFKC").toLowerCase()))]
    .filter((word) => word.length >= 4)
    .sort((one, other) => other.length - one.length);
}
