import { ok } from "@/lib/answer";
import { chooseDeliveries } from "@/lib/notifications/mutations";
import { deliveriesOf } from "@/lib/notifications/queries";
import { deliveriesAnswer, deliveriesChange } from "@/lib/notifications/schema";
import { route, withFormTwin } from "@/lib/route";

export const GET = route({
  summary: "How soon each kind of notification is mailed to me",
  gate: "signedIn",
  answers: { 200: deliveriesAnswer },
  run: async ({ viewer }) => ok({ deliveries: await deliveriesOf(viewer.id) }),
});

export const [PATCH, POST] = withFormTwin(
  "PATCH",
  {
    summary: "Choose how soon kinds of notifications are mailed: at once, daily, never",
    gate: "signedIn",
    body: deliveriesChange,
    answers: { 200: deliveriesAnswer },
    run: async ({ viewer, body }) => ok({ deliveries: await chooseDeliveries(viewer, body) }),
  },
  { done: () => "/settings?saved=mail#mail-head", refused: () => "/settings#mail-head" },
);
