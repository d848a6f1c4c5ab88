import type { Viewer } from "@/lib/actor";
import { canNameAuthors } from "@/lib/articles/policy";
import { db } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { t } from "@/lib/messages";

/**
 * The accounts of the handles that a byline names, in their order; `unlessGiven` where none are named.
 * Throws `invalid` for somebody who does not write here, `forbidden` where the byline changes and no editor asks.
 */
export async function authorIds(by: Viewer, handles: string[] | undefined, unlessGiven: string[]): Promise<string[]> {
  if (handles === undefined) return unlessGiven;
  const accounts = await db.account.findMany({
    where: {
      handle: { in: handles },
      role: { in: ["author", "editor", "admin"] },
      status: { notIn: ["banned", "closed"] },
    },
    select: { id: true, handle: true },
  });
  const ids = [...new Set(handles)].map((handle) => {
    const account = accounts.find((known) => known.handle === handle);
    if (account) return account.id;
    throw invalid("authors", t("articles.fault.author", { handle }));
  });
  if (ids.join() === unlessGiven.join() || canNameAuthors(by)) return ids;
  throw new AppError("forbidden", t("articles.fault.mayNotName"));
}
