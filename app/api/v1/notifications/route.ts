import { ok } from "@/lib/answer";
import { inbox } from "@/lib/notifications/inbox";
import { inboxQuery, notificationsSchema } from "@/lib/notifications/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "What I am told, newest first",
  gate: "signedIn",
  query: inboxQuery,
  answers: { 200: notificationsSchema },
  run: async ({ viewer, query }) => ok(await inbox(viewer, query)),
});
