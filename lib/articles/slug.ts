import { randomInt } from "node:crypto";
import slugify from "slugify";
import { articleLimits } from "@/lib/articles/limits";
import { db } from "@/lib/db";

/** `a-z`, digits and single hyphens: what an address may be made of. */
export const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const alphabet = "23456789abcdefghjkmnpqrstvwxyz";

function shortId(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/**
 * An address from words: transliterated to ASCII, at most 100 characters, cut between words.
 * Words that have no transliteration (Chinese, Japanese, Thai…) get `{kind}-` and eight random characters,
 * which survive every mail program and feed reader better than a hundred percent signs (docs/decisions).
 */
export function slugFrom(words: string, kind: string): string {
  const letters = [...words.normalize("NFKC")].filter((character) => /\p{L}/u.test(character)).length;
  const ascii = slugify(words.normalize("NFKC").slice(0, 1_000), { lower: true, strict: true, locale: "en" })
    .replace(/[^a-z0-9-]/g, "")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");
  const kept = ascii.replaceAll("-", "").length;
  if (kept === 0 || kept * 2 < letters) return `${kind}-${shortId()}`;
  return cut(ascii, articleLimits.slug);
}

function cut(slug: string, max: number): string {
  if (slug.length <= max) return slug;
  const head = slug.slice(0, max + 1);
  const lastWord = head.lastIndexOf("-");
  return lastWord > max / 2 ? head.slice(0, lastWord) : head.slice(0, max);
}

/** `slug`, or the first of `slug-2`, `slug-3`… that is not among `taken`. */
export function firstFree(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number++) {
    const suffix = `-${number}`;
    const candidate = `${cut(slug, articleLimits.slug - suffix.length)}${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/**
 * Waits until no other transaction gives out addresses: those of articles live in two tables,
 * so that one unique index cannot decide alone. Held to the end of the ambient transaction.
 */
export async function lockSlugs(): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('rejoinder:slugs', 0))`;
}

/** Every address that an article other than `articleId` has or had, among those that begin like `slug`. Call under `lockSlugs`. */
export async function slugsTaken(slug: string, articleId: string): Promise<Set<string>> {
  const like = { startsWith: slug.slice(0, articleLimits.slug - 8) };
  const [now, before] = await Promise.all([
    db.article.findMany({ where: { slug: like, id: { not: articleId } }, select: { slug: true } }),
    db.oldSlug.findMany({ where: { slug: like, articleId: { not: articleId } }, select: { slug: true } }),
  ]);
  return new Set([...now, ...before].map((row) => row.slug));
}
