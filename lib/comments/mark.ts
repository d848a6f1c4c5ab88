import { z } from "zod";
import type { Sort } from "@/lib/comments/limits";
import { decodeCursor, encodeCursor } from "@/lib/cursor";

/** Where a page goes on: the sort values of the last comment before it. */
export interface Mark {
  at: string;
  id: string;
  wilson?: number;
}

const timeKeys = z.tuple([z.iso.datetime(), z.uuid()]);
const bestKeys = z.tuple([z.number(), z.iso.datetime(), z.uuid()]);

/** The mark in a cursor of this list and sort; null at the first page. Throws `unreadable` for a foreign one. */
export function markIn(list: string, sort: Sort, cursor: string | undefined): Mark | null {
  if (cursor === undefined) return null;
  if (sort === "best") {
    const [wilson, at, id] = decodeCursor(list, cursor, bestKeys);
    return { wilson, at, id };
  }
  const [at, id] = decodeCursor(list, cursor, timeKeys);
  return { at, id };
}

/** The cursor of what comes after this comment. */
export function cursorAfter(
  list: string,
  sort: Sort,
  comment: { createdAt: Date; id: string; wilson: number },
): string {
  const keys = [comment.createdAt.toISOString(), comment.id];
  return encodeCursor(list, sort === "best" ? [comment.wilson, ...keys] : keys);
}
