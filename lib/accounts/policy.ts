import { isAdmin, isMember, isModerator, type Viewer } from "@/lib/actor";
import type { AccountStatus, Role } from "@/prisma/generated/enums";

interface Subject {
  id: string;
  role: Role;
  status: AccountStatus;
}

/** May see an account's e-mail address. */
export const canSeeAddress = (viewer: Viewer | null): boolean => isAdmin(viewer);

/** May give this account another role. Nobody raises their own; an admin may step down. Nobody gives a closed account anything. */
export function canGrant(viewer: Viewer | null, account: Subject, role: Role): boolean {
  if (account.status === "closed") return false;
  return isAdmin(viewer) && (account.id !== viewer.id || rank[role] < rank[account.role]);
}

/** May take a measure against this account, and end one: moderators readers and authors, admins anybody but themselves. */
export function canSuspend(viewer: Viewer | null, account: Subject): boolean {
  if (viewer === null || account.id === viewer.id || account.status === "closed") return false;
  return isAdmin(viewer) || (isModerator(viewer) && (account.role === "reader" || account.role === "author"));
}

/** May ignore this person, staff too: what these decide holds all the same. Nobody ignores themselves. */
export function canIgnore(viewer: Viewer | null, person: { id: string }): boolean {
  return isMember(viewer) && viewer.id !== person.id;
}

const rank: Record<Role, number> = { reader: 0, author: 1, editor: 2, moderator: 2, admin: 3 };
