import { permalinkOf } from "@/lib/comments/comment";
import type { Prisma } from "@/lib/db";
import { canObject, objectUntil } from "@/lib/moderation/fairness/policy";
import type { StatementOutput } from "@/lib/moderation/fairness/schema";

export const statementFields = {
  ...{ id: true, measure: true, ground: true, reason: true, facts: true, foundBy: true, automated: true },
  ...{ at: true, tellsAt: true, withdrawnAt: true },
  sanction: { select: { until: true } },
  decision: { select: { revision: true } },
  comment: {
    select: {
      ...{ id: true, status: true, html: true, revisions: { select: { revision: true, html: true } } },
      article: { select: { slug: true, title: true, lang: true, status: true } },
    },
  },
  objection: {
    select: { id: true, words: true, at: true, status: true, answer: true, answeredAt: true },
  },
} as const satisfies Prisma.StatementSelect;

type StatementRow = Prisma.StatementGetPayload<{ select: typeof statementFields }>;

/** A statement as its reader sees it at a moment. */
export function toStatement(
  { tellsAt, sanction, decision, comment, objection, ...row }: StatementRow,
  now: Date,
): StatementOutput {
  const { id, measure, ground, reason, facts, foundBy, automated, at, withdrawnAt } = row;
  return {
    ...{ id, measure, ground, reason, facts, foundBy, automated },
    at: at.toISOString(),
    until: sanction?.until?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    objectUntil: objectUntil({ tellsAt }).toISOString(),
    canObject: canObject({ tellsAt, withdrawnAt, objection }, now),
    comment: comment && commentOf(comment, decision?.revision),
    article: comment && articleOf(comment),
    objection: objection && {
      ...objection,
      at: objection.at.toISOString(),
      answeredAt: objection.answeredAt?.toISOString() ?? null,
    },
  };
}

type CommentRow = NonNullable<StatementRow["comment"]>;

/** The words that were decided on, whatever became of them. What its writer took back is not shown again, not even to them. */
function commentOf({ id, status, html, revisions }: CommentRow, decidedOn: number | undefined) {
  const words = revisions.find(({ revision }) => revision === decidedOn)?.html ?? html;
  return { id, status, permalink: permalinkOf({ id }), html: status === "deleted" ? null : words };
}

function articleOf({ article: { status, ...article } }: CommentRow) {
  return status === "published" ? article : null;
}
