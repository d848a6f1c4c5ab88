import { isModerator, type Viewer } from "@/lib/actor";

/** May read and write what the team notes of this person. Nobody reads what is noted of themselves. */
export function mayNote(viewer: Viewer | null, account: { id: string }): boolean {
  return isModerator(viewer) && viewer.id !== account.id;
}
