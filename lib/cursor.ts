import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";

/** `limit` of every list: 1..100, 20 unless told. */
export const limitSchema = z.coerce.number().int().min(1).max(100).default(20);
export const cursorSchema = z.string().min(1).max(400).optional();

/** The query of a plain list. */
export const pageQuery = z.strictObject({ cursor: cursorSchema, limit: limitSchema });

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

function seal(list: string, payload: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`cursor:${list}:${payload}`).digest("base64url").slice(0, 16);
}

/** A keyset cursor: the sort values of the last item, sealed for one list and sort, so that no other list takes it. */
export function encodeCursor(list: string, keys: readonly (string | number)[]): string {
  const payload = Buffer.from(JSON.stringify(keys)).toString("base64url");
  return `${payload}.${seal(list, payload)}`;
}

/** The sort values in a cursor of this list, parsed by `keys`. Throws `unreadable` (400) for a damaged one or one of another list or sort. */
export function decodeCursor<T>(list: string, cursor: string, keys: z.ZodType<T>): T {
  const [payload = "", mark = "", ...more] = cursor.split(".");
  const expected = Buffer.from(seal(list, payload));
  const given = Buffer.from(mark);
  if (more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected)) {
    const parsed = keys.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString()));
    if (parsed.success) return parsed.data;
  }
  throw new AppError("unreadable", t("requests.fault.cursor"));
}

/** Cuts the one row read beyond `limit` and turns it into a cursor. */
export function page<Row>(
  list: string,
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(list, keysOf(last)) : null };
}
