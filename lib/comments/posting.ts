import { mayWriteAt } from "@/lib/account-status";
import { avatarUrl } from "@/lib/accounts/avatar";
import { countingPublished } from "@/lib/accounts/mutations";
import { type Member, system, when } from "@/lib/actor";
import { countingComments } from "@/lib/articles/mutations";
import { commentsOpen } from "@/lib/articles/policy";
import { type Comment, permalinkOf } from "@/lib/comments/comment";
import { sameWordsMinutes } from "@/lib/comments/limits";
import { takesReplies } from "@/lib/comments/policy";
import { type Place, placeAndRules, reputeOf } from "@/lib/comments/posting-place";
import { commentById } from "@/lib/comments/queries";
import { commentInput } from "@/lib/comments/schema";
import { heldFor, type Judged, judge } from "@/lib/comments/screening/judge";
import { telling } from "@/lib/comments/telling";
import { renderWords, type Words } from "@/lib/comments/words";
import { db, Prisma } from "@/lib/db";
import { AppError, invalid, needsAccount } from "@/lib/errors";
import { recording } from "@/lib/events";
import { claimed, claiming, type Submission } from "@/lib/idempotency";
import { newId } from "@/lib/ids";
import { t } from "@/lib/messages";

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
  if (!writes) throw needsAccount("memberStill");
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

const decidedSince = () => new AppError("conflict", t("comments.fault.postedGone"));
const parentGone = () => new AppError("conflict", t("comments.fault.parentGone"));

/** What screening asks of a comment that would stand there. */
const asked = (by: Member, place: Place, { html }: Words) => ({
  writer: by,
  open: commentsOpen(place),
  policy: place.commentPolicy,
  published: place.published,
  repute: reputeOf(place),
  repeated: place.repeated,
  recent: { byWriter: place.byWriter, underArticle: place.underArticle },
  shadowRecent: { byWriter: place.shadowByWriter, underArticle: place.shadowUnderArticle },
  html,
});

function requireParent(place: Place, parentId: string | null): void {
  if (parentId === null || !commentsOpen(place)) return;
  const { parentStatus: status, parentShown } = place;
  if (status !== null && takesReplies({ status })) return;
  throw parentShown || status === "removed" || status === "deleted"
    ? parentGone()
    : invalid("parentId", t("comments.fault.parentElsewhere"));
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

/** The refusal of words that were posted before, with the way to them: its writer alone sees one that waits. */
export function alreadyPosted(first: Pick<Comment, "id" | "status">): AppError {
  const location = first.status === "published" ? permalinkOf(first) : `${permalinkOf(first)}/mine`;
  return new AppError("conflict", t("comments.fault.posted", { location }), { location });
}
