import { ok } from "@/lib/answer";
import { markRead } from "@/lib/notifications/mutations";
import { readAnswer, readInput } from "@/lib/notifications/schema";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Mark notifications as read: these, or all (that were there until a moment)",
  gate: "signedIn",
  body: readInput,
  answers: { 200: readAnswer },
  run: async ({ viewer, body }) => ok(await markRead(viewer, body)),
  form: {
    read: ({ id, ...fields }) => ({ ...fields, ...(id !== undefined && { ids: [id] }) }),
    done: () => "/inbox",
    refused: () => "/inbox",
  },
});
