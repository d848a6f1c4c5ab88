import { permalinkOf } from "@/lib/comments/comment";
import { db, Prisma } from "@/lib/db";

// A list of an export is read page by page along an index: the next page is read when the one before was taken.

/** Rows of a few hundred bytes, rows with words of up to 40 KB, pieces of up to 800 KB. */
export const [small, wordy, large] = [2_000, 200, 5];
/** A picture, or the rules of screening, have up to a megabyte or two. */
export const single = 1;

/** The row after which a page begins. */
interface Mark {
  at: Date;
  id: string;
  revision?: number;
}
const beginning: Mark = { at: new Date(0), id: "00000000-0000-0000-0000-000000000000", revision: 0 };

type Row = Mark & { commentId?: string | null };
export type Pages = AsyncGenerator<object[]>;

/** Page by page: `page` asks for the rows after a mark, in their order. */
export async function* pages(limit: number, page: (after: Mark) => Prisma.Sql): Pages {
  for (let mark: Mark | undefined = beginning; mark; ) {
    const rows: Row[] = await db.$queryRaw<Row[]>`${page(mark)} LIMIT ${limit}::int`;
    yield rows.map(withAddress);
    mark = rows.length < limit ? undefined : rows.at(-1);
  }
}

const withAddress = (row: Row): object =>
  row.commentId ? { ...row, permalink: permalinkOf({ id: row.commentId }) } : row;

interface List {
  /** What is told, from where. */
  what: Prisma.Sql;
  whose: Prisma.Sql;
  at: Prisma.Sql;
  id: Prisma.Sql;
}

/** In the order of time. */
export function list(limit: number, { what, whose, at, id }: List): Pages {
  return pages(
    limit,
    (mark) => Prisma.sql`
      SELECT ${at} AS at, ${id}::text AS id, ${what}
      WHERE ${whose} AND (${at}, ${id}) > (${mark.at}::timestamptz, ${mark.id}::uuid) ORDER BY ${at}, ${id}`,
  );
}
