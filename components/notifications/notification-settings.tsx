import { DeliveryForm } from "@/components/notifications/delivery-form";
import { FollowedList } from "@/components/notifications/followed-list";
import type { Viewer } from "@/lib/actor";
import { deliveriesOf, followedBy } from "@/lib/notifications/queries";

/** Of one's own settings what concerns mail: what is mailed when, and what one follows. */
export async function NotificationSettings({ viewer }: { viewer: Viewer }) {
  const [chosen, followed] = await Promise.all([deliveriesOf(viewer.id), followedBy(viewer)]);
  return (
    <>
      <DeliveryForm chosen={chosen} />
      <FollowedList {...followed} />
    </>
  );
}
