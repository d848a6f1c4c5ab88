import { z } from "zod";
import { searchQuery } from "@/lib/articles/search-words";
import { type ArticleSummary, summarySelect, toSummary } from "@/lib/articles/summary";
import { decodeCursor, type Page, page } from "@/lib/cursor";
import { db } from "@/lib/db";

const perPage = 20;
const byRank = z.tuple([z.number().min(0).max(10), z.uuid()]);
/** A search ranks the newest so many that match: a word that is everywhere must not sort the whole archive. */
const maxRanked = 1_000;

/**
 * Published articles in which the words stand, best first (`ts_rank_cd`, weights title 1, standfirst 0.4, text 0.2).
 * Any text may be typed; one without a word to search for finds nothing. Throws `unreadable` for a foreign cursor.
 */
export async function searchArticles(typed: string, cursor?: string): Promise<Page<ArticleSummary>> {
  const query = searchQuery(typed);
  if (!/[\p{L}\p{N}]/u.test(query)) return { items: [], nextCursor: null };
  const list = `search:${query}`;
  const from = cursor === undefined ? null : decodeCursor(list, cursor, byRank);
  const [rank, id] = from ?? [null, null];
  const hits = await db.$queryRaw<{ id: string; rank: number }[]>`
    WITH wanted AS (SELECT websearch_to_tsquery('english', ${query}) AS query),
    newest AS (
      SELECT id, search, query FROM articles, wanted
      WHERE status = 'published' AND search @@ query
      ORDER BY "publishedAt" DESC LIMIT ${maxRanked}
    ),
    ranked AS (SELECT id, round(ts_rank_cd(search, query, 32)::numeric, 6)::float8 AS rank FROM newest)
    SELECT id, rank FROM ranked
    WHERE ${rank}::float8 IS NULL OR (rank, id) < (${rank}::float8, ${id}::uuid)
    ORDER BY rank DESC, id DESC LIMIT ${perPage + 1}`;
  const found = page(list, hits, perPage, (hit) => [hit.rank, hit.id]);
  return { items: await inOrder(found.items.map((hit) => hit.id)), nextCursor: found.nextCursor };
}

async function inOrder(ids: readonly string[]): Promise<ArticleSummary[]> {
  const rows = await db.article.findMany({
    where: { id: { in: [...ids] }, status: "published" },
    select: summarySelect,
    relationLoadStrategy: "join",
  });
  const byId = new Map(rows.map((row) => [row.id, toSummary(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
