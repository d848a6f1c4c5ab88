import { mayWriteAt } from "@/lib/account-status";
import { avatarUrl } from "@/lib/accounts/avatar";
import { countingPublished, countPublished } from "@/lib/accounts/mutations";
import { type Member, system, type Viewer, when } from "@/lib/actor";
import { countComments, countingComments } from "@/lib/articles/mutations";
import { type Comment, permalinkOf } from "@/lib/comments/comment";
import { sameWordsMinutes, votingAttempts } from "@/lib/comments/limits";
import { canEdit, canVote, canWithdraw, isOpen, isOwn, isShown, takesReplies, takesVote } from "@/lib/comments/policy";
import { commentById } from "@/lib/comments/queries";
import { commentEdit, commentInput } from "@/lib/comments/schema";
import { rulesNow } from "@/lib/comments/screening/in-force";
import { heldFor, holdAsJson, type Judged, judge } from "@/lib/comments/screening/judge";
import {
  isRepeated,
  type Place,
  placeAndRules,
  reputeOf,
  reputeOfWriter,
  type Standing,
  standing,
  type Votable,
  type Vote,
  votable,
} from "@/lib/comments/standing";
import { telling, tellNamed } from "@/lib/comments/telling";
import { renderWords, type Words } from "@/lib/comments/words";
import { db, Prisma, transaction } from "@/lib/db";
import { AppError, invalid, notFound } from "@/lib/errors";
import { record, recording } from "@/lib/events";
import { claimed, claiming, type Submission } from "@/lib/idempotency";
import { newId } from "@/lib/ids";
import { siteSettings } from "@/lib/settings";
import { levelOf } from "@/lib/trust";
import type { CommentStatus } from "@/prisma/generated/enums";

interface NewComment {
  articleId?: string;
  slug?: string;
  body: string;
  parentId?: string | null | undefined;
}

/**
 * Posts a comment under a published article, named by id or by slug, or under one of its comments: published or, where screening says so, waiting.
 * The same words under the same parent within ten minutes are one submission: the first is given, with `repeated: true`.
 * Throws `not_found`; `conflict` in a closed thread, under a comment that is gone, or where the first was removed meanwhile; `invalid` for the words or a parent that is elsewhere or not to be seen.
 */
export async function postComment(
  by: Member,
  { articleId, slug, ...input }: NewComment,
): Promise<{ comment: Comment; repeated: boolean }> {
  const at = when(by);
  const { body, parentId: parent } = commentInput.parse(input);
  const parentId = parent || null;
  const words = await renderWords(body);
  const { place, inForce } = await placeAndRules({ articleId, slug, parentId, writerId: by.id, words, at });
  requireParent(place, parentId);
  const verdict = judge(asked(by, place, words), inForce);
  const id = newId();
  const submission = { accountId: by.id, place: parentId ?? place.articleId, bodyHash: words.bodyHash, id, at };
  const posting = { id, at, parentId, words, place, verdict };
  const { posted, writes } = await insert(by, posting, submission);
  if (posted) return { comment: justPosted(by, posting), repeated: false };
  if (!writes) throw new AppError("forbidden", "This needs an active account: yours no longer is. Nothing was posted.");
  const first = await claimed(submission);
  // No claim stands in the way, so it was the parent, taken away after it was looked at.
  if (first === null) throw parentGone();
  return { comment: await firstOf(first, by), repeated: true };
}

/** What was posted first; its writer may see it no more. */
async function firstOf(id: string, by: Member): Promise<Comment> {
  return commentById(id, by).catch((thrown: unknown) => {
    throw thrown instanceof AppError && thrown.code === "not_found" ? decidedSince() : thrown;
  });
}

const decidedSince = () =>
  new AppError("conflict", "You posted these words here a few minutes ago, and a moderator has removed them since.");
const parentGone = () => new AppError("conflict", "The comment that you answer is gone. Its other replies stand.");

/** What screening asks of a comment that would stand there. */
const asked = (by: Member, place: Place, { html }: Words) => ({
  writer: by,
  open: isOpen(place),
  policy: place.commentPolicy,
  published: place.published,
  repute: reputeOf(place),
  repeated: place.repeated,
  recent: { byWriter: place.byWriter, underArticle: place.underArticle },
  shadowRecent: { byWriter: place.shadowByWriter, underArticle: place.shadowUnderArticle },
  html,
});

function requireParent(place: Place, parentId: string | null): void {
  if (parentId === null || !isOpen(place)) return;
  const { parentStatus: status } = place;
  if (status === "removed" || status === "deleted") throw parentGone();
  if (status === null || !takesReplies({ status }))
    throw invalid("parentId", "There is no such comment under this piece.");
}

interface Posting {
  id: string;
  at: Date;
  parentId: string | null;
  words: Words;
  place: Place;
  verdict: Judged;
}

/**
 * Claim, comment, counters and event in one statement and so in one transaction, without its round trips.
 * Locks in the order of all comment mutations: parent, then writer, then article; each update waits for the one before by reading from it.
 * Nothing is posted if the words were claimed, if the parent is no longer published, or if the writer no longer `writes`: an account that is
 * being closed is waited for, so that no comment comes under it afterwards.
 */
async function insert(by: Member, posting: Posting, submission: Submission) {
  const { id, at, parentId, words, place, verdict } = posting;
  const claim = claiming(submission, {
    allowed: Prisma.sql`EXISTS (SELECT 1 FROM writing) AND (${parentId}::uuid IS NULL OR EXISTS (SELECT 1 FROM parent))`,
    isVoid: Prisma.sql`EXISTS (SELECT 1 FROM comments WHERE id = (k.body->>'id')::uuid AND status = 'deleted')`,
    minutes: sameWordsMinutes,
  });
  const [done] = await db.$queryRaw<{ posted: boolean; writes: boolean }[]>`
    WITH parent AS (
      SELECT id FROM comments WHERE id = ${parentId}::uuid AND status = 'published' FOR NO KEY UPDATE
    ),
    writing AS (SELECT a.id FROM accounts a WHERE a.id = ${by.id}::uuid AND ${mayWriteAt(at)} FOR KEY SHARE),
    claim AS (${claim}),
    posted AS (
      INSERT INTO comments (id, "articleId", "parentId", depth, "authorId", body, html, "bodyHash", status, held, screened, "createdAt")
      SELECT ${id}::uuid, ${place.articleId}::uuid, ${parentId}::uuid, ${depthAt(posting)}::int, ${by.id}::uuid, ${words.body},
        ${words.html}, ${words.bodyHash}, ${verdict.status}::"CommentStatus", ${JSON.stringify(verdict.held)}::jsonb,
        ${JSON.stringify(verdict.screened)}::jsonb, ${at}::timestamptz
      FROM claim
      RETURNING id, status
    ),
    published AS (SELECT id FROM posted WHERE status = 'published'),
    answered AS (
      UPDATE comments SET "replyCount" = "replyCount" + 1 FROM published WHERE comments.id = ${parentId}::uuid
    ),
    writer AS (${countingPublished(by.id, Prisma.sql`published`)}),
    article AS (${countingComments(place.articleId, Prisma.sql`writer`)}),
    ${naming(words)}
    ${holding(posting)}
    told AS (${telling(by, { id, articleId: place.articleId, parentId, names: words.named.length > 0, at }, Prisma.sql`published`)}),
    noted AS (${recording(by, "comment.posted", id, { status: verdict.status }, Prisma.sql`posted`)})
    SELECT EXISTS (SELECT 1 FROM posted) AS posted, EXISTS (SELECT 1 FROM writing) AS writes, EXISTS (SELECT 1 FROM told) AS told`;
  return done ?? { posted: false, writes: true };
}

/** A part of the statement that posts: whom the words name, where they name anybody. */
const naming = ({ named }: Words) =>
  named.length === 0
    ? Prisma.empty
    : Prisma.sql`named AS (
      INSERT INTO mentions ("commentId", "accountId") SELECT posted.id, named FROM posted, unnest(${named}::uuid[]) AS named
    ),`;

/** A part of the statement that posts: that screening held it, which was nobody's act. What is published costs nothing more. */
const holding = ({ id, at, verdict }: Posting) =>
  verdict.status === "published"
    ? Prisma.empty
    : Prisma.sql`held AS (${recording(system(at), "comment.held", id, heldFor(verdict), Prisma.sql`posted`)}),`;

const depthAt = ({ parentId, place }: Posting) => (parentId === null ? 0 : (place.parentDepth ?? 0) + 1);

function justPosted(by: Member, posting: Posting): Comment {
  const { id, at, parentId, words, place, verdict } = posting;
  return {
    id,
    articleId: place.articleId,
    articleSlug: place.articleSlug,
    parentId,
    depth: depthAt(posting),
    authorId: by.id,
    author: { handle: by.handle, name: by.name, avatarUrl: avatarUrl(by.avatar), role: by.role },
    body: words.body,
    html: words.html,
    revision: 1,
    status: verdict.status,
    score: 0,
    wilson: 0,
    controversy: 0,
    replyCount: 0,
    createdAt: at,
    editedAt: null,
    removedFor: null,
    pick: null,
    pinned: false,
    replies: [],
  };
}

/**
 * Changes the words of one's own comment within the edit window; the words before are kept. Screened again: a published one may wait anew,
 * a refused one waits again. Throws `not_found`, `forbidden` (not one's own, too late, or in a closed thread), `invalid`.
 */
export async function editComment(by: Member, id: string, input: { body: string }): Promise<Comment> {
  const { body } = commentEdit.parse(input);
  const words = await renderWords(body);
  const at = when(by);
  await transaction(async () => {
    const before = await standing(id);
    const { editWindowMinutes } = await siteSettings();
    requireOwn(by, before);
    if (before.commentPolicy === "closed")
      throw new AppError("forbidden", "Comments on this piece are closed: they stay as they are.");
    if (!canEdit(by, before, editWindowMinutes, at))
      throw new AppError("forbidden", "The time for changes to this comment is over. You can still answer it.");
    if (before.body === words.body) return;
    const verdict = await screenAgain(by, before, words, at);
    const { status, held } = verdict;
    await db.commentRevision.create({
      data: {
        commentId: id,
        revision: before.revision,
        status: before.status,
        body: before.body,
        html: before.html,
        writtenAt: before.editedAt ?? before.createdAt,
      },
      select: { revision: true },
    });
    const { named, ...stored } = words;
    await nameAnew(id, named);
    await db.comment.update({
      where: { id },
      data: { ...stored, status, held: held.map(holdAsJson), revision: before.revision + 1, editedAt: at },
      select: { id: true },
    });
    await count(before, status);
    if (status === "published" && named.length > 0) await tellNamed(by, id);
    await record(by, "comment.edited", id, { revision: before.revision + 1, before: before.status, after: status });
    if (status === "pending" && before.status !== "pending")
      await record(system(at), "comment.held", id, heldFor(verdict));
  });
  return commentById(id, by);
}

/** Whom the changed words name, in the caller's transaction. */
async function nameAnew(id: string, named: string[]): Promise<void> {
  await db.mention.deleteMany({ where: { commentId: id, accountId: { notIn: named } } });
  if (named.length === 0) return;
  const data = named.map((accountId) => ({ commentId: id, accountId }));
  await db.mention.createMany({ data, skipDuplicates: true });
}

/** A comment that waits goes on waiting; of the others, only those by writers who are known without it stay up. */
async function screenAgain(by: Member, before: Standing, words: Words, at: Date) {
  const itself = before.status === "published" ? 1 : 0;
  const published = before.published - itself;
  const repute = await reputeOfWriter(by.id, at);
  // What somebody trusted changes is not screened again (API.md), unless a measure holds whatever they write.
  const level = levelOf({ ...repute, published }, repute.trust);
  if (before.status === "published" && level === "trusted" && !repute.held)
    return { status: "published" as const, held: [] };
  const repeated = await isRepeated(by.id, words, at, before.id);
  // A change is no further comment: it floods nothing.
  const recent = { byWriter: 0, underArticle: 0 };
  const asked = { writer: by, open: true, policy: before.commentPolicy, published, repute, repeated, html: words.html };
  const verdict = judge({ ...asked, recent, shadowRecent: recent }, await rulesNow());
  if (before.status === "published" || verdict.status === "pending") return verdict;
  const edited = { step: "edited" as const, detail: "Its writer changed it while it waited." };
  return { ...verdict, status: "pending" as const, held: [edited, ...verdict.held] };
}

/** Takes back one's own comment; its replies stay. Once more changes nothing. Throws `not_found`, `forbidden`. */
export async function deleteComment(by: Member, id: string): Promise<{ articleSlug: string }> {
  return transaction(async () => {
    const comment = await standing(id);
    requireOwn(by, comment);
    if (comment.status !== "deleted") {
      if (!canWithdraw(by, comment)) throw new AppError("forbidden", "A moderator removed this comment.");
      await changeStatus(id, { from: comment.status, to: "deleted" });
      await record(by, "comment.deleted", id, { before: comment.status });
    }
    return { articleSlug: comment.articleSlug };
  });
}

function requireOwn(by: Viewer, comment: Standing): void {
  if (isOwn(by, comment)) return;
  if (!isShown(comment)) throw notFound();
  throw new AppError("forbidden", "This comment is somebody else's.");
}

/**
 * Sets one's vote on a comment: 1, -1, or 0 to take it back. Idempotent. Gives the new score.
 * Throws `not_found`, `forbidden` on one's own and for a vote down where the site takes none, `conflict` on one that is gone.
 */
export async function vote(by: Member, id: string, value: Vote) {
  for (let attempt = 1; attempt <= votingAttempts; attempt++) {
    const seen = await votable(by, id);
    requireVotable(by, seen, value);
    const score = seen.own === value ? seen.score : await swapVote(by, id, seen.own, value);
    if (score !== null) return { score, value, articleSlug: seen.articleSlug };
  }
  throw new AppError("conflict", "Your votes on this comment came faster than they could be counted. Try again.");
}

function requireVotable(by: Member, comment: Votable, value: Vote): void {
  if (isOwn(by, comment)) throw new AppError("forbidden", "This comment is your own: others vote on it.");
  if (!isShown(comment)) throw notFound();
  if (!canVote(by, comment)) throw new AppError("conflict", "This comment is gone: nobody can vote on it.");
  if (!takesVote(comment.voting, value)) throw new AppError("forbidden", "Here one votes up, or not at all.");
}

/**
 * Puts `to` in the place of the vote `from` that was seen, with the counters, in one statement.
 * Null if another request of the same reader came between: then nothing is changed. So no lock is held over a round trip.
 */
async function swapVote(by: Member, id: string, from: Vote, to: Vote): Promise<number | null> {
  const mine = Prisma.sql`"commentId" = ${id}::uuid AND "accountId" = ${by.id}::uuid AND value = ${from}::smallint`;
  const swap =
    from === 0
      ? Prisma.sql`INSERT INTO votes ("commentId", "accountId", value, at)
          VALUES (${id}::uuid, ${by.id}::uuid, ${to}::smallint, ${when(by)}::timestamptz) ON CONFLICT DO NOTHING`
      : to === 0
        ? Prisma.sql`DELETE FROM votes WHERE ${mine}`
        : Prisma.sql`UPDATE votes SET value = ${to}::smallint, at = ${when(by)}::timestamptz WHERE ${mine}`;
  const ups = Number(to === 1) - Number(from === 1);
  const downs = Number(to === -1) - Number(from === -1);
  const [counted] = await db.$queryRaw<{ score: number }[]>`
    WITH swapped AS (${swap} RETURNING 1)
    UPDATE comments SET ups = ups + ${ups}::int, downs = downs + ${downs}::int, score = score + ${ups - downs}::int
    FROM swapped WHERE comments.id = ${id}::uuid RETURNING comments.score`;
  return counted?.score ?? null;
}

interface StatusChange {
  from: CommentStatus;
  to: CommentStatus;
  /** The one that was seen; unless told, any. */
  revision?: number;
}

/** In these no counter knows of a comment. */
const neverShown = new Set<CommentStatus>(["pending", "rejected"]);

/**
 * Moves a comment from one status to another in the caller's transaction, with every counter that follows.
 * Throws `conflict` if the status or the revision is no longer what was seen.
 */
export async function changeStatus(id: string, { from, to, revision }: StatusChange): Promise<void> {
  const { count: changed } = await db.comment.updateMany({
    where: { id, status: from, ...(revision !== undefined && { revision }) },
    data: { status: to },
  });
  if (changed === 0) throw new AppError("conflict", "This comment has changed meanwhile. Load it again.");
  if (neverShown.has(from) && neverShown.has(to)) return;
  const comment = await db.comment.findUniqueOrThrow({
    where: { id },
    select: { articleId: true, parentId: true, authorId: true, replyCount: true },
  });
  await count({ ...comment, status: from }, to);
}

type Counted = Pick<Standing, "articleId" | "parentId" | "authorId" | "replyCount" | "status">;

/** What a change of status does to counters, in the order of locks: parents upward, then the writer, then the article. */
async function count(before: Counted, status: CommentStatus): Promise<void> {
  const shown = Number(isShown({ ...before, status })) - Number(isShown(before));
  if (shown !== 0) await countReply(before.parentId, shown);
  const published = Number(status === "published") - Number(before.status === "published");
  if (published === 0) return;
  if (before.authorId) await countPublished(before.authorId, published);
  await countComments(before.articleId, published);
}

/** A reply came or went: a tombstone above it that held nothing else comes or goes with it, and so on upward, however deep, in one statement. */
async function countReply(parentId: string | null, delta: number): Promise<void> {
  if (parentId !== null) await db.$executeRaw`SELECT count_reply(${parentId}::uuid, ${delta}::int)`;
}

/**
 * Parts a batch of comments from whoever closed their account: without the name or, `erasing`, without words and history too, with every counter
 * that follows. Gives how many, 0 when none is left; null where another batch or somebody's request is in the way: try again, with fewer.
 */
export async function partWithComments(
  writerId: string,
  { erasing, atMost }: { erasing: boolean; atMost: number },
): Promise<number | null> {
  try {
    const [done] = await db.$queryRaw<{ parted: number | null }[]>`
      SELECT part_with_comments(${writerId}::uuid, ${erasing}::boolean, ${atMost}::int) AS parted`;
    return done?.parted ?? null;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "55P03") return null;
    throw thrown;
  }
}

/** Says how many reports of a comment are open, in the caller's transaction. */
export async function countReports(id: string, open: number): Promise<void> {
  await db.comment.update({ where: { id }, data: { openReports: open }, select: { id: true } });
}

/** The refusal of words that were posted before, with the way to them. */
export function alreadyPosted(first: { id: string }): AppError {
  const location = permalinkOf(first);
  return new AppError("conflict", `You posted these words here a moment ago: ${location}`, { location });
}
