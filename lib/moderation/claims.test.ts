import { beforeEach, describe, expect, test } from "vitest";
import type { Moderator } from "@/lib/actor";
import { minute, now, after as since } from "@/lib/clock";
import { claimComment, claimsOfOthers, releaseComment } from "@/lib/moderation/claims";
import { decide } from "@/lib/moderation/mutations";
import { placeOf } from "@/lib/moderation/place";
import { queue } from "@/lib/moderation/queries";
import { queueNews } from "@/lib/moderation/queue-screen";
import { makeArticle, makeComment, makeModerator } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

let [ines, wim]: Moderator[] = [];
let id = "";
beforeEach(async () => {
  await emptyDatabase();
  [ines, wim] = [await makeModerator({ name: "Ines" }), await makeModerator({ name: "Wim" })];
  ({ id } = await makeComment({ status: "pending" }));
});

const both = (): [Moderator, Moderator] => {
  if (ines && wim) return [ines, wim];
  throw new Error("There are two moderators.");
};

describe("a claim", () => {
  test("is the first one's; others are told whose, and it ends by itself", async () => {
    const [first, second] = both();
    expect(await claimComment(first, id)).toMatchObject({ by: { name: "Ines" } });
    expect(await claimComment(second, id)).toMatchObject({ by: { name: "Ines" } });
    expect(await claimsOfOthers(first)).toEqual([]);
    expect(await claimsOfOthers(second)).toMatchObject([{ commentId: id, by: { name: "Ines" } }]);
    const { items } = await queue(second, { status: "pending", limit: 5 });
    expect(items[0]?.claim?.by.name).toBe("Ines");
    const later = { ...second, at: since(now(), 3 * minute) };
    expect(await claimComment(later, id)).toMatchObject({ by: { name: "Wim" } });
  });

  test("is let go by its owner alone", async () => {
    const [first, second] = both();
    await claimComment(first, id);
    await releaseComment(second, id);
    expect(await claimsOfOthers(second)).toHaveLength(1);
    await releaseComment(first, id);
    await releaseComment(first, id);
    expect(await claimComment(second, id)).toMatchObject({ by: { name: "Wim" } });
  });

  test("of twenty at once is one moderator's, and all are told the same", async () => {
    const told = await Promise.all(Array.from({ length: 20 }, (_, n) => claimComment(both()[n % 2 ? 0 : 1], id)));
    expect(new Set(told.slice(2).map(({ by }) => by.name)).size).toBe(1);
  });

  test("keeps nobody from deciding", async () => {
    const [first, second] = both();
    await claimComment(first, id);
    expect((await decide(second, id, { action: "approve", revision: 1 })).comment.status).toBe("published");
  });

  test("of what is not there is not found", async () => {
    const nowhere = "0199b7a0-0000-7000-8000-000000000000";
    await expect(claimComment(both()[0], nowhere)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a desk that stays open", () => {
  test("is told what stands, what came, and what others look at", async () => {
    const [first, second] = both();
    const began = since(now(), -minute);
    await claimComment(second, id);
    expect(await queueNews(first, began)).toMatchObject({
      counts: { pending: 1 },
      arrived: 1,
      claims: [{ by: { name: "Wim" } }],
    });
    expect((await queueNews(first, since(now(), minute))).arrived).toBe(0);
  });
});

describe("a comment in its place", () => {
  test("stands between its neighbours, over its replies, and knows how the piece begins", async () => {
    const article = await makeArticle({ standfirst: "What it is about." });
    const at = (minutes: number) => ({ article, createdAt: since(now(), -minutes * minute) });
    const before = await makeComment(at(9));
    const it = await makeComment(at(8));
    const next = await makeComment(at(7));
    await makeComment({ ...at(6), status: "pending" });
    const reply = await makeComment({ parent: it });
    const place = await placeOf(both()[0], it.id);
    expect(place.before.map(({ id }) => id)).toEqual([before.id]);
    expect(place.after.map(({ id }) => id)).toEqual([next.id]);
    expect(place.replies.map(({ id }) => id)).toEqual([reply.id]);
    expect(place).toMatchObject({ opening: "What it is about.", item: { comment: { id: it.id } }, learned: null });
    expect((await placeOf(both()[0], reply.id)).before).toEqual([]);
  });
});
