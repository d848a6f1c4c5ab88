import { connect as netConnect, Socket } from "node:net";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Admin, Moderator } from "@/lib/actor";
import { after, minute, now } from "@/lib/clock";
import { postComment } from "@/lib/comments/posting";
import { forgetHelper, helperNow } from "@/lib/comments/screening/at-hand";
import { db } from "@/lib/db";
import { newId } from "@/lib/ids";
import { helperScreen } from "@/lib/moderation/helper-screen";
import { learnedView } from "@/lib/moderation/learned-view";
import { changeHelper, learn } from "@/lib/moderation/learning";
import { queue } from "@/lib/moderation/queries";
import { makeAdmin, makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { databaseUrl, emptyDatabase } from "@/prisma/testing";

const original = Socket.prototype.connect;

let moderator: Moderator;
let admin: Admin;
let minutes = 0;
beforeEach(async () => {
  await emptyDatabase();
  forgetHelper();
  minutes = 0;
  [moderator, admin] = [await makeModerator(), await makeAdmin()];
});

const sold = ["cheap watches", "free followers", "casino bonus", "easy money"];
const meant = ["The bridge was paid for twice", "My ferry still runs", "Nobody asked the council", "Tolls are a tax"];

/** Comments on which was decided, one a minute; every third is turned away, or `turned` says which. */
async function decided(count: number, turned = (at: number) => at % 3 === 0) {
  const { id: articleId } = await makeArticle();
  const rows = Array.from({ length: count }, (_, at) => {
    const bad = turned(at);
    const words = at % 3 === 0 ? `Get ${sold[at % 4]} here, offer ${minutes}` : `${meant[at % 4]}, say ${minutes}`;
    const [id, status] = [newId(), bad ? ("rejected" as const) : ("published" as const)];
    const comment = { id, articleId, body: words, html: `<p>${words}</p>`, bodyHash: "", status };
    const decision = {
      ...{
        id: newId(),
        commentId: id,
        revision: 1,
        moderatorId: moderator.id,
        fromStatus: "pending" as const,
        toStatus: status,
      },
      ...{ action: bad ? ("reject" as const) : ("approve" as const), at: after(now(), (++minutes - 10_000) * minute) },
    };
    return { comment, decision };
  });
  await db.comment.createMany({ data: rows.map(({ comment }) => comment) });
  await db.decision.createMany({ data: rows.map(({ decision }) => decision) });
}

const holding = { leave: "hold", precision: 0.8 } as const;
const advert = { body: "Get free followers and a casino bonus here" };
/** What becomes of an advertisement that is posted now. */
async function posted(body: string) {
  await helperNow();
  const article = await makeArticle({ commentPolicy: "open" });
  const { comment } = await postComment(await makeReader({ publishedCount: 5 }), { articleId: article.id, body });
  const { held, screened } = await db.comment.findUniqueOrThrow({ where: { id: comment.id } });
  return { status: comment.status, held, screened };
}

describe("the helper", () => {
  test("knows nothing before there are decisions, and says what is missing", async () => {
    await decided(20);
    await learn();
    expect(await helperNow()).toBeNull();
    expect(await helperScreen(moderator)).toMatchObject({ state: "none", needs: { decisions: 10, trials: 100 } });
    expect((await posted(advert.body)).status).toBe("published");
  });

  test("scores each decision before it learns it, and what waits after", async () => {
    await decided(60);
    const waiting = await makeComment({ status: "pending", body: advert.body, html: `<p>${advert.body}</p>` });
    await learn();
    const screen = await helperScreen(moderator);
    expect(screen).toMatchObject({ state: "ordering", learned: { decisions: 60, bad: 20 }, trials: 30 });
    expect(screen.measures?.rocArea).toBeGreaterThan(0.9);
    const score = await db.learnedScore.findUniqueOrThrow({ where: { commentId: waiting.id } });
    expect(score.score).toBeGreaterThan(0.5);
  });

  test("learns nothing twice", async () => {
    await decided(40);
    await Promise.all([learn(), learn()]);
    await learn();
    expect(await db.learnedModel.count()).toBe(1);
    expect(await db.learnedTrial.count()).toBe(10);
  });

  test("learns anew when enough was decided, and keeps the bytes of the last two models only", async () => {
    for (let round = 0; round < 4; round++) {
      await decided(30);
      await learn();
    }
    const models = await db.learnedModel.findMany({ orderBy: { number: "asc" } });
    expect(models.map(({ decisions }) => decisions)).toEqual([30, 60, 90, 120]);
    expect(models.map(({ bytes }) => bytes !== null)).toEqual([false, false, true, true]);
  });

  test("learns old decisions that came later, but is not measured on them", async () => {
    minutes = 1_000;
    await decided(60);
    await learn();
    minutes = 0;
    await decided(30);
    await learn();
    expect(await helperScreen(moderator)).toMatchObject({ learned: { decisions: 90 }, trials: 30 });
  });

  test("holds nothing before it is let, however good it is", async () => {
    await decided(180);
    await learn();
    expect(await helperScreen(moderator)).toMatchObject({ state: "ordering", holdsFrom: null });
    const { status, screened } = await posted(advert.body);
    expect(status).toBe("published");
    expect(screened).toMatchObject({ helper: { model: 1 } });
  });

  test("holds once it has earned it, and names the words", async () => {
    await decided(180);
    await learn();
    await changeHelper(admin, holding);
    expect((await helperScreen(moderator)).state).toBe("holding");
    const { status, held } = await posted(advert.body);
    expect(status).toBe("pending");
    expect(held).toMatchObject([{ step: "learned" }]);
    expect(JSON.stringify(held)).toMatch(/followers|casino/);
    expect((await posted("The bridge was paid for by the council")).status).toBe("published");
  });

  test("has earned nothing by few decisions, nor where it was wrong too often", async () => {
    await decided(90);
    await learn();
    await changeHelper(admin, holding);
    expect(await helperScreen(moderator)).toMatchObject({ state: "ordering", needs: { trials: 40 } });
    await decided(120, (at) => at % 6 === 0);
    await learn();
    expect((await helperScreen(moderator)).state).toBe("ordering");
  });

  test("falls back to ordering when it no longer shows the precision", async () => {
    await decided(180);
    await learn();
    await changeHelper(admin, holding);
    expect((await helperScreen(moderator)).state).toBe("holding");
    await decided(240, (at) => at % 3 !== 0);
    await learn();
    expect((await helperScreen(moderator)).state).toBe("ordering");
    expect((await posted(advert.body)).status).toBe("published");
  });
});

describe("the queue", () => {
  test("can be ordered by the helper, page by page, each with its score and words", async () => {
    await decided(60);
    for (const body of ["The council and the ferry", advert.body, "Tolls are a tax, nobody asked"])
      await makeComment({ status: "pending", body, html: `<p>${body}</p>` });
    await learn();
    const first = await queue(moderator, { status: "pending", order: "score", limit: 2 });
    const rest = await queue(moderator, {
      status: "pending",
      order: "score",
      limit: 2,
      cursor: first.nextCursor ?? "",
    });
    const all = [...first.items, ...rest.items];
    expect(all.map(({ comment }) => comment.body)[0]).toBe(advert.body);
    const scores = all.map(({ score }) => score ?? -1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(all.map(({ comment }) => comment.id)).size).toBe(3);
    const said = await learnedView(moderator, first.items[0]?.comment.id ?? "");
    expect(said?.words.filter(({ by }) => by > 0).map(({ word }) => word)).toContain("Get");
    await expect(
      queue(moderator, { status: "pending", limit: 2, cursor: first.nextCursor ?? "" }),
    ).rejects.toMatchObject({ code: "unreadable" });
  });
});

test("learning, scoring and posting open no connection but to Postgres", async () => {
  const opened: string[] = [];
  const connect = vi.spyOn(Socket.prototype, "connect").mockImplementation(function (
    this: Socket,
    ...given: unknown[]
  ) {
    opened.push(JSON.stringify(given));
    return Reflect.apply(original, this, given);
  });
  try {
    await decided(120);
    await learn();
    await posted(advert.body);
    const postgres = `${new URL(databaseUrl).port || 5432}`;
    expect(opened.filter((to) => !to.includes(postgres))).toEqual([]);
    // The trace sees what is opened.
    const other = netConnect(9, "127.0.0.1").on("error", () => undefined);
    expect(opened.filter((to) => !to.includes(postgres))).toHaveLength(1);
    other.destroy();
  } finally {
    connect.mockRestore();
  }
});
