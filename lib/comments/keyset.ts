import { z } from "zod";
import type { Sort } from "@/lib/comments/limits";
import { decodeCursor, encodeCursor } from "@/lib/cursor";

/** Where a page goes on: the sort values of the last comment before it. */
export interface Keyset {
  at: string;
  id: string;
  /** How it ranks, where the order is not one of time. */
  rank?: number;
}

interface Ranked {
  createdAt: Date;
  id: string;
  wilson: number;
  controversy: number;
}

/** What ranks a comment in an order that is not one of time. */
const ranks: Partial<Record<Sort, (comment: Ranked) => number>> = {
  best: ({ wilson }) => wilson,
  controversial: ({ controversy }) => controversy,
};

const timeKeys = z.tuple([z.iso.datetime(), z.uuid()]);
const rankKeys = z.tuple([z.number(), z.iso.datetime(), z.uuid()]);

/** The keyset in a cursor of this list and sort; null at the first page. Throws `unreadable` for a foreign one. */
export function keysetIn(list: string, sort: Sort, cursor: string | undefined): Keyset | null {
  if (cursor === undefined) return null;
  if (ranks[sort]) {
    const [rank, at, id] = decodeCursor(list, cursor, rankKeys);
    return { rank, at, id };
  }
  const [at, id] = decodeCursor(list, cursor, timeKeys);
  return { at, id };
}

/** The cursor of what comes after this comment. */
export function cursorAfter(list: string, sort: Sort, comment: Ranked): string {
  const keys = [comment.createdAt.toISOString(), comment.id];
  const rank = ranks[sort]?.(comment);
  return encodeCursor(list, rank === undefined ? keys : [rank, ...keys]);
}
