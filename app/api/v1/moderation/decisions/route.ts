import { ok } from "@/lib/answer";
import { decideMany } from "@/lib/moderation/mutations";
import { decidedMany, decisionsInput } from "@/lib/moderation/schema";
import { receivedAt } from "@/lib/received";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Decide on up to 100 comments, each answered by itself",
  gate: "moderator",
  body: decisionsInput,
  answers: { 200: decidedMany },
  run: async ({ viewer, body, request }) => ok(await decideMany(viewer, body, receivedAt(request.headers))),
});
