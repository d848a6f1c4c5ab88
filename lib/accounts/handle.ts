import { randomBytes, randomInt } from "node:crypto";
import slugify from "slugify";
import { handleMax } from "@/lib/accounts/limits";

const reserved = new Set(
  "about abuse account accounts admin administrator all anonymous api article articles author authors comment comments contact deleted editor everyone feed guest help here info legal mail me media moderation moderator null postmaster privacy reader rejoinder removed reply reset-password root rss search security settings setup sign-in sign-out sign-up site staff support system tag tags undefined user users webmaster www you".split(
    " ",
  ),
);

export function isReserved(handle: string): boolean {
  return reserved.has(handle);
}

/** A handle from a name: transliterated, `[a-z0-9-]`, at most 30; for a name that no Latin letter renders, `reader` and a number. */
export function handleFrom(name: string): string {
  const letters = slugify(name.normalize("NFKC"), { lower: true, strict: true, trim: true });
  const handle = letters.slice(0, handleMax).replace(/^-+|-+$/g, "");
  return /[a-z]/.test(handle) ? handle : `reader-${randomInt(100_000, 1_000_000)}`;
}

/** The handle itself and then others near it, for as long as they are asked for. */
export function* handlesNear(handle: string): Generator<string> {
  yield handle;
  for (let number = 2; number < 10; number++) yield suffixed(handle, String(number));
  for (;;) yield suffixed(handle, String(randomInt(1_000, 1_000_000)));
}

const suffixed = (handle: string, suffix: string) => `${handle.slice(0, handleMax - suffix.length - 1)}-${suffix}`;

/** What tells one nameless account from another, and nothing else. */
export const randomHandle = (): string => randomBytes(8).toString("hex");
