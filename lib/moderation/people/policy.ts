import { canSuspend } from "@/lib/accounts/policy";
import { isModerator, type Viewer } from "@/lib/actor";
import type { AccountStatus, Role } from "@/prisma/generated/enums";

/** May take a measure against this person, and end one: moderators against readers and authors, admins against all but themselves. */
export function maySanction(
  viewer: Viewer | null,
  account: { id: string; role: Role; status: AccountStatus },
): boolean {
  return canSuspend(viewer, account);
}

/** May read and write what the team notes of this person. Nobody reads what is noted of themselves. */
export function mayNote(viewer: Viewer | null, account: { id: string }): boolean {
  return isModerator(viewer) && viewer.id !== account.id;
}
