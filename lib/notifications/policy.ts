import type { Viewer } from "@/lib/actor";
import { usualDelivery } from "@/lib/notifications/limits";
import type { AccountStatus, Delivery, NotificationKind } from "@/prisma/generated/enums";

/** Whether one may follow this person: anybody who is here, but oneself. */
export function canFollow(viewer: Viewer, person: { id: string; status: AccountStatus }): boolean {
  return person.id !== viewer.id && (person.status === "active" || person.status === "suspended");
}

/** How soon a kind is mailed, by what was chosen. */
export function deliveryOf(
  kind: NotificationKind,
  chosen: readonly { kind: NotificationKind; delivery: Delivery }[],
): Delivery {
  return chosen.find((each) => each.kind === kind)?.delivery ?? usualDelivery[kind];
}
