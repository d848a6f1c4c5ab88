import { DeliveryForm } from "@/components/notifications/delivery-form";
import { FollowedList } from "@/components/notifications/followed-list";
import type { Viewer } from "@/lib/actor";
import type { KeptForm } from "@/lib/drafts";
import { deliveriesOf, followedBy } from "@/lib/notifications/queries";

interface NotificationSettingsProps {
  viewer: Viewer;
  kept: KeptForm | null;
  saved: boolean;
}

/** Of one's own settings what concerns mail: what is mailed when, and what one follows. */
export async function NotificationSettings({ viewer, ...form }: NotificationSettingsProps) {
  const [chosen, followed] = await Promise.all([deliveriesOf(viewer.id), followedBy(viewer)]);
  return (
    <>
      <DeliveryForm chosen={chosen} {...form} />
      <FollowedList {...followed} />
    </>
  );
}
