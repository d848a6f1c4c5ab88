import type { Keyset } from "@/lib/comments/keyset";
import type { Sort } from "@/lib/comments/limits";
import { Prisma } from "@/lib/db";

/**
 * The orders in which top-level comments stand, each by an index of its own; `c` is the comment.
 *
 * `best`: by the lower bound of the Wilson score interval for the share p of ups among n votes, at 95 % (z = 1.96):
 * (p + z²/2n − z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). So ten of eleven stand above one of one. Where nobody voted up the bound is 0,
 * however many voted down: there the votes down, negative, stand in its place, below what nobody voted on.
 * E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927), 209–212;
 * Evan Miller, "How Not To Sort By Average Rating" (2009). Of equals the newest first.
 *
 * `controversial`: by (ups + downs) ^ (the fewer / the more), 0 while all agree: many votes, evenly divided, stand first.
 * The `controversy` of Reddit's published source, r2/r2/lib/db/_sorts.pyx. Of equals the newest first.
 *
 * Both are columns that Postgres generates from the votes.
 */
export const orders: Record<Sort, Prisma.Sql> = {
  oldest: Prisma.sql`c."createdAt", c.id`,
  newest: Prisma.sql`c."createdAt" DESC, c.id DESC`,
  best: Prisma.sql`c.wilson DESC, c."createdAt" DESC, c.id DESC`,
  controversial: Prisma.sql`c.controversy DESC, c."createdAt" DESC, c.id DESC`,
};

/** What stands after a keyset in that order. */
export function beyond(sort: Sort, keyset: Keyset | null): Prisma.Sql {
  if (!keyset) return Prisma.sql`true`;
  const { rank, at, id } = keyset;
  const last = Prisma.sql`(${at}::timestamptz, ${id}::uuid)`;
  if (sort === "newest") return Prisma.sql`(c."createdAt", c.id) < ${last}`;
  if (sort === "oldest") return Prisma.sql`(c."createdAt", c.id) > ${last}`;
  const ranked = sort === "best" ? Prisma.sql`c.wilson` : Prisma.sql`c.controversy`;
  return Prisma.sql`(${ranked}, c."createdAt", c.id) < (${rank ?? 0}::float8, ${at}::timestamptz, ${id}::uuid)`;
}
