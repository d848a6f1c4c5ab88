import { z } from "zod";
import { roles, standings } from "@/lib/accounts/limits";
import {
  ArticleStatus,
  CommentStatus,
  DecisionAction,
  Delivery,
  Ground,
  Means,
  Measure,
  NotificationKind,
  ObjectionStatus,
  ReportReason,
  ReportStatus,
} from "@/prisma/generated/enums";

const moment = z.iso.datetime();
/** Of every row: an id, and when it came to be. */
const row = { id: z.string(), at: moment };
const comment = { ...row, commentId: z.string(), permalink: z.string() };
const thread = { articleSlug: z.string(), articleTitle: z.string() };
const somebody = { handle: z.string(), name: z.string() };

const account = z.strictObject({
  ...{ id: z.string(), handle: z.string(), name: z.string(), email: z.string(), bio: z.string() },
  /** Handles that were theirs before. */
  oldHandles: z.array(z.string()),
  avatarUrl: z.string().nullable(),
  role: z.enum(roles),
  status: z.enum(standings),
  publishedCount: z.int(),
  createdAt: moment,
});

const ownComment = z.strictObject({
  ...comment,
  ...thread,
  parentId: z.string().nullable(),
  status: z.enum(CommentStatus),
  /** Markdown, as it was typed. */
  body: z.string(),
  ...{ revision: z.int(), ups: z.int(), downs: z.int(), replyCount: z.int() },
  editedAt: moment.nullable(),
});

const decision = z.strictObject({
  ...comment,
  action: z.enum(DecisionAction),
  reason: z.enum(ReportReason).nullable(),
  note: z.string(),
});

const statement = z.strictObject({
  ...row,
  commentId: z.string().nullable(),
  permalink: z.string().optional(),
  measure: z.enum(Measure),
  ground: z.enum(Ground),
  reason: z.enum(ReportReason),
  facts: z.string(),
  foundBy: z.enum(Means),
  automated: z.boolean(),
  until: moment.nullable(),
  withdrawnAt: moment.nullable(),
});

const objection = z.strictObject({
  ...row,
  statementId: z.string(),
  words: z.string(),
  status: z.enum(ObjectionStatus),
  answer: z.string(),
  answeredAt: moment.nullable(),
});

const report = z.strictObject({
  ...comment,
  reason: z.enum(ReportReason),
  note: z.string(),
  status: z.enum(ReportStatus),
});

const notification = z.strictObject({
  ...row,
  kind: z.enum(NotificationKind),
  commentId: z.string().nullable(),
  permalink: z.string().optional(),
  readAt: moment.nullable(),
  mailedAt: moment.nullable(),
});

const article = z.strictObject({
  ...row,
  ...{ slug: z.string(), lang: z.string(), title: z.string(), standfirst: z.string(), section: z.string() },
  status: z.enum(ArticleStatus),
  body: z.string(),
  revision: z.int(),
  publishedAt: moment.nullable(),
  updatedAt: moment,
});

/** `data`: base64 (RFC 4648). */
const picture = z.strictObject({ ...row, type: z.string(), width: z.int(), height: z.int(), data: z.base64() });

/**
 * Everything that is somebody's own, as `GET /api/v1/viewer/export` writes it: who they are, what they wrote, what they said of others and what they
 * were told. No hash, no token, and of others no more than everybody sees. `comments` have the words as they are, `earlierWords` those before each edit.
 */
export const exportShape = z.strictObject({
  format: z.literal("rejoinder-export/1"),
  exportedAt: moment,
  site: z.strictObject({ name: z.string(), url: z.string() }),
  account,
  sessions: z.array(z.strictObject({ createdAt: moment, expiresAt: moment })),
  /** How soon each kind of notification is mailed, where they chose. */
  deliveries: z.array(z.strictObject({ kind: z.enum(NotificationKind), delivery: z.enum(Delivery) })),
  /** What was done to the account. */
  history: z.array(z.strictObject({ ...row, type: z.string(), data: z.record(z.string(), z.unknown()) })),
  comments: z.array(ownComment),
  earlierWords: z.array(z.strictObject({ ...comment, revision: z.int(), body: z.string(), writtenAt: moment })),
  /** What moderators decided on their comments, and why. */
  decisions: z.array(decision),
  /** Why they were restricted, as they were told. */
  statements: z.array(statement),
  /** What they said to that, and what was answered. */
  objections: z.array(objection),
  /** Names that they had before. */
  formerNames: z.array(z.strictObject({ ...row, name: z.string() })),
  votes: z.array(z.strictObject({ ...comment, value: z.int() })),
  reports: z.array(report),
  /** Comments that name them. */
  mentions: z.array(z.strictObject(comment)),
  notifications: z.array(notification),
  followedThreads: z.array(z.strictObject({ ...row, ...thread })),
  followedPeople: z.array(z.strictObject({ ...row, ...somebody })),
  ignored: z.array(z.strictObject({ ...row, ...somebody })),
  /** Drafts too. */
  articles: z.array(article),
  /** Portraits and pictures of articles that they uploaded. */
  pictures: z.array(picture),
});
export type Export = z.infer<typeof exportShape>;
