import { beforeEach, expect, test } from "vitest";
import { isMember, type Member, type Moderator, personAt, system } from "@/lib/actor";
import { after, day, minute, now } from "@/lib/clock";
import { postComment } from "@/lib/comments/posting";
import { saveRules, startPlayback } from "@/lib/comments/screening/mutations";
import { playBack } from "@/lib/comments/screening/playback";
import { playback } from "@/lib/comments/screening/queries";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { decide } from "@/lib/moderation/mutations";
import { viewerOf } from "@/lib/session";
import { makeArticle, makeComment, makeModerator, makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

let moderator: Moderator;
beforeEach(async () => {
  await emptyDatabase();
  moderator = await makeModerator();
});

interface Sent {
  writer: number;
  article: number;
  minute: number;
  body: string;
}

const sayings = [
  "Visit the casino of my cousin, it has been open all night for years.",
  "I walked over that bridge as a child.",
  "See https://spam.example/now and https://b.example and https://c.example",
  "THIS IS NOT WHAT WE WERE PROMISED BY THE COUNCIL",
  "Nooooooooooo",
  "Ok",
  "A c a s i n o, cas!no or саsіnо for everybody.",
];

/**
 * Traffic as a site gets it: some write often, some say the same again. The same numbers each time.
 * Within ten minutes the same words in the same place are one submission, which leaves no record: there are none.
 */
function traffic(count: number): Sent[] {
  const sent = manyComments(count);
  const same = (one: Sent, other: Sent) =>
    one.writer === other.writer && one.article === other.article && one.body === other.body;
  return sent.filter(
    (each, place) => !sent.slice(0, place).some((one) => same(one, each) && each.minute - one.minute < 11),
  );
}

function manyComments(count: number): Sent[] {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  let at = 0;
  return Array.from({ length: count }, (_, place) => {
    at += next(3);
    const same = next(4) > 0;
    const body = `${sayings[next(sayings.length)] ?? ""}${same ? "" : ` ${place}`}`;
    return { writer: next(8), article: next(3), minute: at, body };
  });
}

/** Sends it to a fresh site, at those minutes after `from`, and counts what became of it. */
async function send(sent: readonly Sent[], from: Date) {
  const writers = await Promise.all(Array.from({ length: 8 }, () => makeReader()));
  const articles = await Promise.all(Array.from({ length: 3 }, () => makeArticle({ commentPolicy: "open" })));
  const counts = { published: 0, held: 0, refused: 0 };
  for (const { writer, article, minute: after_, body } of sent) {
    const by = await memberAt(writers[writer]?.id ?? "", after(from, after_ * minute));
    try {
      const { comment, repeated } = await postComment(by, { articleId: articles[article]?.id ?? "", body });
      if (!repeated) counts[comment.status === "pending" ? "held" : "published"]++;
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      counts.refused++;
    }
  }
  return counts;
}

async function memberAt(id: string, at: Date): Promise<Member> {
  const viewer = await viewerOf(id);
  const by = viewer && personAt(system(at), viewer);
  if (!isMember(by)) throw new Error("They cannot write.");
  return by;
}

async function playedBack(document: string) {
  const { id } = await startPlayback(moderator, { document });
  await playBack(id);
  const { result, done, total, failed, finishedAt } = await playback(moderator, id);
  expect({ failed, ended: finishedAt !== null }).toEqual({ failed: null, ended: true });
  expect(done).toBe(total);
  if (!result) throw new Error("It has no result.");
  return result;
}

const documents = [
  'words: hold "Gambling"\n  casino\ndomains: refuse\n  spam.example',
  "new writers: fewer than 3 published\nflood: hold after 2 in 10 minutes\nwords: hold\n  casino",
  "new writers: fewer than 4 published\nflood: refuse after 1 in 15 minutes\nthread flood: hold after 5 in 5 minutes",
  "first comments: hold 2\nrepeated: refuse\nlinks: hold over 2 by new writers\nstretched: refuse over 6",
  "shouting: hold over 70 %\nlength: hold under 3\nthread flood: refuse after 5 in 10 minutes\nrepeated: hold",
];

for (const document of documents) {
  test(`rules do exactly what their playback said: ${document.replaceAll("\n", " · ")}`, {
    timeout: 60_000,
  }, async () => {
    const sent = traffic(120);
    await saveRules(moderator, { document: "# Nothing is asked.", revision: 0 });
    await send(sent, after(now(), -2 * day));
    const { held, refused, judged, inForce, reckoned } = await playedBack(document);
    expect({ inForce, reckoned }).toEqual({ inForce: { held: 0, refused: 0 }, reckoned: 0 });
    await saveRules(moderator, { document, revision: 1 });
    expect(await send(sent, after(now(), -day))).toEqual({ published: judged - held - refused, held, refused });
  });
}

test("says what moderators decided on those that it would have stopped, with examples, and what it would have missed", async () => {
  const article = await makeArticle({ commentPolicy: "open" });
  const words = { article, html: "<p>A casino.</p>", body: "A casino." };
  const [approved, rejected] = [
    await makeComment({ ...words, status: "pending" }),
    await makeComment({ ...words, status: "pending" }),
  ];
  const missed = await makeComment({ article, html: "<p>Rubbish.</p>", body: "Rubbish." });
  await makeComment(words);
  await makeComment({ article, html: "<p>Fine.</p>", body: "Fine." });
  await decide(moderator, approved.id, { action: "approve", revision: 1 });
  await decide(moderator, rejected.id, { action: "reject", reason: "spam", revision: 1 });
  await decide(moderator, missed.id, { action: "remove", reason: "spam", revision: 1 });
  const result = await playedBack('words: hold "Gambling"\n  casino');
  expect(result).toMatchObject({
    ...{ judged: 5, reckoned: 5, held: 3, refused: 0, turnedAwayMissed: 1, steps: { words: 3 } },
    outcomes: { approved: 1, stood: 1, turnedAway: 1, waiting: 0, withdrawn: 0 },
  });
  expect(result.examples).toHaveLength(3);
  expect(result.examples[0]).toMatchObject({
    words: "A casino.",
    why: [{ step: "words", detail: "Gambling", found: ["casino"] }],
  });
});

test("reads more than a batch, changes no comment, and a second run of its job finds it done", async () => {
  const article = await makeArticle({ commentPolicy: "open" });
  const { id: authorId } = await makeReader();
  await db.comment.createMany({
    data: Array.from({ length: 1_203 }, (_, place) => ({
      id: `00000000-0000-7000-8000-${place.toString(16).padStart(12, "0")}`,
      ...{ articleId: article.id, authorId, body: "A casino.", html: "<p>A casino.</p>", bodyHash: `${place}` },
      ...{ status: "published" as const, createdAt: after(now(), -(place % 7) * minute) },
    })),
  });
  const before = await db.comment.findMany({ orderBy: { id: "asc" } });
  expect(await playedBack("words: refuse\n  casino")).toMatchObject({ judged: 1_203, refused: 1_203 });
  expect(await db.comment.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  const { id } = await db.playback.findFirstOrThrow();
  await playBack(id);
});
