import { isModerator, type Moderator, type Viewer } from "@/lib/actor";
import { monthsToObject } from "@/lib/moderation/fairness/limits";
import type { Ground, ReportReason } from "@/prisma/generated/enums";

/** Whether a rule of the house was broken, or the law (EU 2022/2065 art. 17(3)(d) and (e)). */
export function groundOf(reason: ReportReason): Ground {
  return reason === "illegal" ? "law" : "rule";
}

/** The same day so many months later, or the last of a shorter month; UTC. */
function monthsAfter(at: Date, months: number): Date {
  const later = new Date(at);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(at.getUTCDate(), lastDay));
  return later;
}

/** Until when one may object: six months from when one was told (art. 20(1)). */
export const objectUntil = ({ tellsAt }: { tellsAt: Date }): Date => monthsAfter(tellsAt, monthsToObject);

interface Told {
  tellsAt: Date;
  withdrawnAt: Date | null;
}

/** Whether its reader may read it by now: not in the seconds in which it can be taken back, and never if it was. */
export function isTold({ tellsAt, withdrawnAt }: Told, now: Date): boolean {
  return tellsAt <= now && (withdrawnAt === null || withdrawnAt >= tellsAt);
}

/** Whether one can still object: once, in time, to what still stands. */
export function canObject(statement: Told & { objection: unknown }, now: Date): boolean {
  const standing = isTold(statement, now) && statement.withdrawnAt === null;
  return standing && statement.objection === null && now < objectUntil(statement);
}

/** Moderators and admins, but neither who decided nor who objects. */
export function mayAnswer(
  viewer: Viewer | null,
  objection: { decidedById: string | null; accountId: string },
): viewer is Moderator {
  return isModerator(viewer) && viewer.id !== objection.decidedById && viewer.id !== objection.accountId;
}
