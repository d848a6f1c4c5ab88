import { z } from "zod";
import { maxBody, sorts } from "@/lib/comments/limits";
import { cursorSchema, limitSchema } from "@/lib/cursor";
import { idSchema } from "@/lib/ids";
import { t } from "@/lib/messages";
import { text } from "@/lib/text";
import { CommentStatus, Role } from "@/prisma/generated/enums";

const body = text({ max: maxBody, min: 1 });

export const commentParams = z.object({ id: idSchema });
export const threadParams = z.object({ slug: z.string().min(1).max(300) });

/** `parentId` absent, null or (from a form) empty: a top-level comment. */
export const commentInput = z.strictObject({
  body,
  parentId: z.union([z.literal(""), idSchema], t("comments.fault.parent")).nullish(),
});
export const commentEdit = z.strictObject({ body });

/** `draft`: for a plain form, under which its words are kept. */
export const previewOutput = z.object({ html: z.string(), draft: z.string().optional() });

export const peopleQuery = z.strictObject({ q: z.string().max(80).default("") });
export const peopleOutput = z.object({ items: z.array(z.object({ handle: z.string(), name: z.string() })) });

export const voteInput = z.strictObject({ value: z.union([z.literal(1), z.literal(-1)], t("comments.fault.vote")) });
/** A form takes a vote back with 0. */
export const voteForm = z.strictObject({
  value: z.union([z.literal(1), z.literal(-1), z.literal(0)], t("comments.fault.voteForm")),
});
/** On or off, from a form. */
export const switchForm = z.strictObject({ value: z.union([z.literal(1), z.literal(0)], t("comments.fault.switch")) });
export const emptyInput = z.strictObject({}).optional();

export const threadQuery = z.strictObject({
  sort: z.enum(sorts).default("oldest"),
  cursor: cursorSchema,
  limit: limitSchema,
});

const writerOutput = z.object({
  handle: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  role: z.enum(Role),
});

/** As whom somebody picked a comment out. */
const picker = z.enum(["author", "editor"]);
export type Picker = z.infer<typeof picker>;

/** A comment as the API has it. `author`, `body` and `html` are null in a tombstone. */
export const commentOutput = z.object({
  id: z.string(),
  articleSlug: z.string(),
  parentId: z.string().nullable(),
  depth: z.int(),
  author: writerOutput.nullable(),
  body: z.string().nullable(),
  html: z.string().nullable(),
  revision: z.int(),
  status: z.enum(CommentStatus),
  score: z.int(),
  replyCount: z.int(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  permalink: z.string(),
  pick: picker.nullable(),
  pinned: z.boolean(),
  get replies() {
    return z.array(commentOutput);
  },
});
export type CommentOutput = z.infer<typeof commentOutput>;

export const commentsOutput = z.object({ items: z.array(commentOutput), nextCursor: z.string().nullable() });
export const pickOutput = z.object({ articleSlug: z.string(), picked: z.boolean() });
export const pinOutput = z.object({ articleSlug: z.string(), pinned: z.boolean() });
export const scoreOutput = z.object({ score: z.int(), value: z.int(), articleSlug: z.string() });

/** Where a stream was left off: the `id` of its last event. Browsers that come back by themselves say it in `Last-Event-ID`. */
export const streamQuery = z.strictObject({ since: z.string().max(60).optional() });

const toldOf = { id: z.string(), parentId: z.string().nullable(), score: z.int(), replyCount: z.int() };

/** The data of a `changes` event: comments as they are now. `came`: readers did not see it before. `changed`: it looks otherwise than before, ask for it anew. */
export const threadChanges = z.object({
  count: z.int(),
  comments: z.array(
    z.discriminatedUnion("state", [
      z.object({ state: z.enum(["published", "tombstone"]), ...toldOf, came: z.boolean(), changed: z.boolean() }),
      z.object({ state: z.literal("gone"), id: z.string() }),
    ]),
  ),
});
export type ThreadChanges = z.infer<typeof threadChanges>;

/** What is a reader's own in one thread. `own`: ids of comments that they may withdraw. */
export const ownThingsOutput = z.object({
  votes: z.record(z.string(), z.int()),
  waiting: z.array(commentOutput),
  refused: z.array(commentOutput),
  editable: z.array(z.object({ id: z.string(), until: z.iso.datetime() })),
  own: z.array(z.string()),
  /** Whether they choose what stands out here. */
  can: z.object({ pick: z.boolean(), pin: z.boolean() }),
  /** Handles of those in this thread whom they ignore. */
  ignored: z.array(z.string()),
  /** Whether they follow this discussion. */
  following: z.boolean(),
});
export type OwnThings = z.infer<typeof ownThingsOutput>;
