import { z } from "zod";
import { roles, standings } from "@/lib/accounts/limits";
import { holdSteps } from "@/lib/comments/screening/submission";
import {
  ArticleStatus,
  CommentPolicy,
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
  RuleMode,
} from "@/prisma/generated/enums";

const moment = z.iso.datetime();
/** Of every row: an id, and when it came to be. */
const row = { id: z.string(), at: moment };
const comment = { ...row, commentId: z.string(), permalink: z.string() };
const thread = { articleSlug: z.string(), articleTitle: z.string() };
const somebody = { handle: z.string(), name: z.string() };

const restraint = moment.or(z.literal("open")).nullable();

const account = z.strictObject({
  ...{ id: z.string(), handle: z.string(), name: z.string(), email: z.string(), bio: z.string() },
  /** Handles that were theirs before. */
  oldHandles: z.array(z.string()),
  avatarUrl: z.string().nullable(),
  role: z.enum(roles),
  status: z.enum(standings),
  publishedCount: z.int(),
  createdAt: moment,
  /** An address that waits to be confirmed. */
  waitingEmail: z.string().nullable(),
  /** Until when their comments wait, and until when none are taken; `open`: until somebody ends that. */
  heldUntil: restraint,
  suspendedUntil: restraint,
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

const score = { model: z.int(), score: z.number() };

/** What screening knew of a comment when it judged it, by which rules (0: none yet), and what that came to. */
const screened = z
  .looseObject({
    rules: z.int(),
    status: z.enum(CommentStatus),
    role: z.enum(roles),
    published: z.int(),
    repeated: z.boolean(),
    policy: z.enum(CommentPolicy),
    helper: z.strictObject(score),
  })
  .partial();

/** How a machine judged a comment (EU 2016/679 art. 15(1)(h)). */
const screening = z.strictObject({
  ...comment,
  /** Why it waited, with the words of it that rules found; `shadow`: what rules that were only tried would have done. */
  held: z.array(
    z.strictObject({
      step: z.enum(holdSteps),
      detail: z.string(),
      found: z.array(z.string()),
      shadow: z.enum(["hold", "refuse"]).optional(),
    }),
  ),
  screened: screened.nullable(),
  /** How much it is like what was turned away before, 0 to 1: while it waits, and once it was decided. */
  waitingScore: z.strictObject(score).nullable(),
  decidedScore: z.strictObject({ ...score, turnedAway: z.boolean() }).nullable(),
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
  endedAt: moment.nullable(),
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
  tags: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
  picture: z.strictObject({ url: z.string(), alt: z.string(), caption: z.string(), credit: z.string() }).nullable(),
});

/** The words of a piece, and from when they held. */
const earlierVersion = z.strictObject({
  ...row,
  ...{ slug: z.string(), revision: z.int(), title: z.string(), standfirst: z.string(), body: z.string() },
  savedAt: moment,
});

const act = z.strictObject({
  ...row,
  type: z.string(),
  subject: z.string(),
  commentId: z.string().nullable(),
  permalink: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
  note: z.string().nullable(),
});

const ruleVersion = z.strictObject({
  ...row,
  ...{ number: z.int(), why: z.string(), restored: z.int().nullable(), document: z.string() },
  mode: z.enum(RuleMode),
});

/** `data`: base64 (RFC 4648). */
const picture = z.strictObject({ ...row, type: z.string(), width: z.int(), height: z.int(), data: z.base64() });

/**
 * Everything that is somebody's own, as `GET /api/v1/viewer/export` writes it: who they are, what they wrote, what they said of others and what they
 * were told. No hash, no token, and of others no more than everybody sees. `comments` have the words as they are, `earlierWords` those before each edit.
 * What the team noted about them is not in it, nor what of others' doing concerns them (docs/decisions/0030-what-an-export-leaves-out.md).
 */
export const exportShape = z.strictObject({
  format: z.literal("rejoinder-export/1"),
  exportedAt: moment,
  site: z.strictObject({ name: z.string(), url: z.string() }),
  account,
  sessions: z.array(z.strictObject({ createdAt: moment, expiresAt: moment, network: z.string().nullable() })),
  /** How soon each kind of notification is mailed, where they chose. */
  deliveries: z.array(z.strictObject({ kind: z.enum(NotificationKind), delivery: z.enum(Delivery) })),
  /** What was done to the account. */
  history: z.array(z.strictObject({ ...row, type: z.string(), data: z.record(z.string(), z.unknown()) })),
  comments: z.array(ownComment),
  earlierWords: z.array(z.strictObject({ ...comment, revision: z.int(), body: z.string(), writtenAt: moment })),
  screening: z.array(screening),
  /** What moderators decided on their comments, and why. */
  decisions: z.array(decision),
  /** Why they were restricted, as they were told. */
  statements: z.array(statement),
  /** What they said to that, and what was answered. */
  objections: z.array(objection),
  /** Names that they had before. */
  formerNames: z.array(z.strictObject({ ...row, name: z.string() })),
  votes: z.array(z.strictObject({ ...comment, value: z.int() })),
  /** Comments that they picked out, and that they put first under an article. */
  picks: z.array(z.strictObject(comment)),
  pins: z.array(z.strictObject(comment)),
  reports: z.array(report),
  /** Comments that name them. */
  mentions: z.array(z.strictObject(comment)),
  notifications: z.array(notification),
  followedThreads: z.array(z.strictObject({ ...row, ...thread })),
  followedPeople: z.array(z.strictObject({ ...row, ...somebody })),
  ignored: z.array(z.strictObject({ ...row, ...somebody })),
  /** Drafts too. */
  articles: z.array(article),
  earlierVersions: z.array(earlierVersion),
  /** Portraits and pictures of articles that they uploaded. */
  pictures: z.array(picture),
  /** What they did, with what they wrote to it as a moderator. */
  acts: z.array(act),
  /** Of moderators: rules of screening, and notes about people. */
  ruleVersions: z.array(ruleVersion),
  notesWritten: z.array(z.strictObject({ ...row, ...somebody, note: z.string() })),
});
export type Export = z.infer<typeof exportShape>;
