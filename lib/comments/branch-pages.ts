import { rowsOfBranches } from "@/lib/comments/branch-rows";
import type { Comment } from "@/lib/comments/comment";
import { cursorAfter, keysetIn } from "@/lib/comments/keyset";
import type { Sort } from "@/lib/comments/limits";
import { everyOne, fitting, grow } from "@/lib/comments/thread";
import type { Page } from "@/lib/cursor";
import type { Prisma } from "@/lib/db";

export interface Paging {
  cursor?: string | undefined;
  limit: number;
}

interface List extends Paging {
  /** What its cursors are sealed for. */
  name: string;
  tops: Prisma.Sql;
  /** The one among the tops that stands first, and not again. */
  apart?: Prisma.Sql | undefined;
  sort: Sort;
  levels: number;
  /** Comments in all; the one that stands first takes half of them at most, so that every page goes on. */
  max: number;
}

/** A page of branches: as many as have at most `max` comments together. Throws `unreadable` for a foreign cursor. */
export async function branchesPage(list: List): Promise<Page<Comment>> {
  const { name, tops, apart, sort, cursor, limit, levels, max } = list;
  const keyset = keysetIn(name, sort, cursor);
  const all = grow(
    await rowsOfBranches({ tops, sort, keyset, limit: limit + 1, levels, max, ...(apart && { apart }) }),
  );
  const first = apart
    ? fitting(
        all.filter(({ pinned }) => pinned),
        max / 2,
      )
    : [];
  const others = apart ? all.filter(({ pinned }) => !pinned) : all;
  const items = fitting(others.slice(0, limit), max - everyOne(first).length);
  const last = items.at(-1);
  const nextCursor = last && items.length < others.length ? cursorAfter(name, sort, last) : null;
  return { items: [...first, ...items], nextCursor };
}
