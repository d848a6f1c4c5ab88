import { countPublished } from "@/lib/accounts/mutations";
import { type Member, system, type Viewer, when } from "@/lib/actor";
import { countComments } from "@/lib/articles/mutations";
import type { Comment } from "@/lib/comments/comment";
import { type Loaded, loadForChange } from "@/lib/comments/loaded";
import { canEdit, canWithdraw, isOwn, isShown } from "@/lib/comments/policy";
import { isRepeated, reputeOfWriter } from "@/lib/comments/posting-place";
import { commentById } from "@/lib/comments/queries";
import { commentEdit } from "@/lib/comments/schema";
import { rulesNow } from "@/lib/comments/screening/in-force";
import { heldFor, holdAsJson, judge } from "@/lib/comments/screening/judge";
import { holdFor } from "@/lib/comments/screening/text-steps";
import { tellNamed } from "@/lib/comments/telling";
import { renderWords, type Words } from "@/lib/comments/words";
import { db, transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { escaped } from "@/lib/escape";
import { record } from "@/lib/events";
import { t } from "@/lib/messages";
import { siteSettings } from "@/lib/settings";
import { levelOf } from "@/lib/trust";
import type { CommentStatus } from "@/prisma/generated/enums";

/**
 * Changes the words of one's own comment within the edit window; the words before are kept. Screened again: a published one may wait anew,
 * a refused one waits again. Throws `not_found`, `forbidden` (not one's own, too late, or in a closed thread), `invalid`.
 */
export async function editComment(by: Member, id: string, input: { body: string }): Promise<Comment> {
  const { body } = commentEdit.parse(input);
  const words = await renderWords(body);
  const at = when(by);
  await transaction(async () => {
    const before = await loadForChange(id);
    const { editWindowMinutes } = await siteSettings();
    requireOwn(by, before);
    if (before.commentPolicy === "closed") throw new AppError("forbidden", t("comments.fault.closed"));
    if (!canEdit(by, before, editWindowMinutes, at)) throw new AppError("forbidden", t("comments.fault.late"));
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
async function screenAgain(by: Member, before: Loaded, words: Words, at: Date) {
  const itself = before.status === "published" ? 1 : 0;
  const published = before.published - itself;
  const repute = await reputeOfWriter(by.id, at);
  // What somebody trusted changes is not screened again, unless a measure holds whatever they write.
  const level = levelOf({ ...repute, published }, repute.trust);
  if (before.status === "published" && level === "trusted" && !repute.held)
    return { status: "published" as const, held: [] };
  const repeated = await isRepeated(by.id, words, at, before.id);
  // A change is no further comment: it floods nothing.
  const recent = { byWriter: 0, underArticle: 0 };
  const asked = { writer: by, open: true, policy: before.commentPolicy, published, repute, repeated, html: words.html };
  const verdict = judge({ ...asked, recent, shadowRecent: recent }, await rulesNow());
  if (before.status === "published" || verdict.status === "pending") return verdict;
  const edited = holdFor("edited", { key: "edited", values: {} });
  return { ...verdict, status: "pending" as const, held: [edited, ...verdict.held] };
}

/** Takes back one's own comment; its replies stay. Once more changes nothing. Throws `not_found`, `forbidden`. */
export async function deleteComment(by: Member, id: string): Promise<{ articleSlug: string }> {
  return transaction(async () => {
    const comment = await loadForChange(id);
    requireOwn(by, comment);
    if (comment.status !== "deleted") {
      if (!canWithdraw(by, comment)) throw new AppError("forbidden", t("comments.fault.removed"));
      await changeStatus(id, { from: comment.status, to: "deleted" });
      await record(by, "comment.deleted", id, { before: comment.status });
    }
    return { articleSlug: comment.articleSlug };
  });
}

function requireOwn(by: Viewer, comment: Loaded): void {
  if (isOwn(by, comment)) return;
  if (!isShown(comment)) throw notFound();
  throw new AppError("forbidden", t("comments.fault.another"));
}

/** Between these no counter moves: a tombstone over replies is there before and after. */
const unpublished = new Set<CommentStatus>(["pending", "rejected"]);

interface StatusChange {
  from: CommentStatus;
  to: CommentStatus;
  /** The one that was seen; unless told, any. */
  revision?: number;
}

/**
 * Moves a comment from one status to another in the caller's transaction, with every counter that follows.
 * Throws `conflict` if the status or the revision is no longer what was seen.
 */
export async function changeStatus(id: string, { from, to, revision }: StatusChange): Promise<void> {
  const { count: changed } = await db.comment.updateMany({
    where: { id, status: from, ...(revision !== undefined && { revision }) },
    data: { status: to },
  });
  if (changed === 0) throw new AppError("conflict", t("comments.fault.changed"));
  if (unpublished.has(from) && unpublished.has(to)) return;
  const comment = await db.comment.findUniqueOrThrow({
    where: { id },
    select: { articleId: true, parentId: true, authorId: true, replyCount: true },
  });
  await count({ ...comment, status: from }, to);
}

type Counted = Pick<Loaded, "articleId" | "parentId" | "authorId" | "replyCount" | "status">;

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

/**
 * Takes the link off up to so many comments that name somebody by these handles: they closed their account without their name, and the comment then shows
 * what stands for nobody. Its source and its date stay, which are its writer's. Gives how many were found, 0 when none is left, and how many were
 * changed: those in whose way a request is are for the next time. Called before `partWithComments`, which forgets whom comments name.
 */
export async function unlinkPerson(
  accountId: string,
  { handles, atMost }: { handles: readonly string[]; atMost: number },
): Promise<{ found: number; changed: number }> {
  // Handles are of [a-z0-9_-] (a constraint of the database), so they stand for themselves in a pattern; as words their marks part them.
  const link = `<a href="/people/(${handles.join("|")})"><bdi>[^<]*</bdi></a>`;
  const [done] = await db.$queryRaw<{ found: number; changed: number }[]>`
    WITH sought AS MATERIALIZED (
      SELECT m."commentId" AS id FROM mentions m WHERE m."accountId" = ${accountId}::uuid
      UNION
      SELECT w."commentId" FROM unnest(${handles}::text[]) AS handle
      JOIN comment_words w ON w.words @@ phraseto_tsquery('pg_catalog.simple', translate(handle, '_-', '  '))
    ),
    found AS MATERIALIZED (SELECT c.id FROM comments c JOIN sought ON sought.id = c.id WHERE c.html ~ ${link} LIMIT ${atMost}::int),
    held AS (SELECT c.id FROM comments c WHERE c.id IN (SELECT found.id FROM found) FOR NO KEY UPDATE SKIP LOCKED),
    changed AS (
      UPDATE comments SET html = regexp_replace(html, ${link}, ${escaped(t("comments.nobody"))}, 'g') FROM held WHERE comments.id = held.id RETURNING 1
    )
    SELECT (SELECT count(*) FROM found)::int AS found, (SELECT count(*) FROM changed)::int AS changed`;
  return done ?? { found: 0, changed: 0 };
}

/** Says how many reports of a comment are open, in the caller's transaction. */
export async function countReports(id: string, open: number): Promise<void> {
  await db.comment.update({ where: { id }, data: { openReports: open }, select: { id: true } });
}
