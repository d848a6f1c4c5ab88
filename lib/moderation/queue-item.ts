import { z } from "zod";
import { avatarUrl } from "@/lib/accounts/avatar";
import { now } from "@/lib/clock";
import { permalinkOf } from "@/lib/comments/comment";
import { inWords, saidSchema } from "@/lib/comments/screening/sayings";
import type { Prisma } from "@/lib/db";
import { heldOutput, type QueueItem, type WriterRecord } from "@/lib/moderation/schema";

const named = { select: { handle: true, name: true } } as const;

/** Open reports shown beside a comment; `openReports` tells how many there are. */
const reportsShown = 20;

export const queueFields = {
  id: true,
  parentId: true,
  depth: true,
  authorId: true,
  body: true,
  html: true,
  revision: true,
  status: true,
  held: true,
  score: true,
  replyCount: true,
  openReports: true,
  createdAt: true,
  editedAt: true,
  learnedScore: { select: { score: true } },
  claim: { select: { until: true, moderator: named } },
  author: { select: { handle: true, name: true, role: true, avatar: true } },
  article: { select: { slug: true, title: true, lang: true } },
  parent: { select: { id: true, html: true, status: true, createdAt: true, author: named } },
  reports: {
    where: { status: "open" },
    orderBy: { createdAt: "asc" },
    take: reportsShown,
    select: { reason: true, note: true, createdAt: true, reporter: named, name: true, address: true, category: true },
  },
} as const satisfies Prisma.CommentSelect;

export type QueuedComment = Prisma.CommentGetPayload<{ select: typeof queueFields }>;

/** Reasons as they are stored; those that say what they say by its name are told in the words of now. */
const heldSchema = z
  .array(
    heldOutput
      .extend({ said: saidSchema.optional().catch(undefined) })
      .transform(({ said, ...hold }) => (said ? { ...hold, detail: inWords(said) } : hold)),
  )
  .catch([]);

function toWriter({ avatar, ...author }: NonNullable<QueuedComment["author"]>) {
  return { ...author, avatarUrl: avatarUrl(avatar) };
}

/** A comment as moderators see it. */
export function toModeratedComment(row: QueuedComment): QueueItem["comment"] {
  const {
    held: _held,
    authorId: _authorId,
    parent: _parent,
    reports: _reports,
    learnedScore: _score,
    claim: _claim,
    article,
    author,
    ...comment
  } = row;
  return {
    ...comment,
    articleSlug: article.slug,
    author: author && toWriter(author),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    permalink: permalinkOf(row),
    replies: [],
  };
}

const toClaim = ({ until, moderator }: NonNullable<QueuedComment["claim"]>) => ({
  by: moderator,
  until: until.toISOString(),
});

/** All that a decision needs, in one piece. */
export function toQueueItem(row: QueuedComment, writer: WriterRecord | null): QueueItem {
  return {
    comment: toModeratedComment(row),
    article: row.article,
    parent: row.parent && { ...row.parent, createdAt: row.parent.createdAt.toISOString() },
    writer,
    reports: row.reports.map(({ reason, note, createdAt, reporter, name, address, category }) => ({
      ...{ reason, note, category, by: reporter },
      // Where the answer goes is nobody's business but the letter's.
      withoutAccount: address !== null || category !== null ? { name } : null,
      at: createdAt.toISOString(),
    })),
    score: row.learnedScore?.score ?? null,
    held: heldSchema.parse(row.held),
    claim: row.claim && row.claim.until > now() ? toClaim(row.claim) : null,
  };
}
