import { ok } from "@/lib/answer";
import { endSanction } from "@/lib/moderation/people/mutations";
import { sanctionById } from "@/lib/moderation/people/queries";
import { endInput, sanctionMade, sanctionParams } from "@/lib/moderation/people/schema";
import { safePath } from "@/lib/origin";
import { route } from "@/lib/route";

export const POST = route({
  summary: "End a measure before its time",
  gate: "moderator",
  params: sanctionParams,
  body: endInput,
  answers: { 200: sanctionMade },
  run: async ({ viewer, params, body }) => {
    await endSanction(viewer, params.id, body);
    return ok(await sanctionById(viewer, params.id));
  },
  form: {
    read: ({ back: _back, ...fields }) => fields,
    done: ({ answer }) => `/moderation/people/${encodeURIComponent(answer.body.handle)}?done=end#measures`,
    refused: ({ fields }) => safePath(fields.back, "/admin/people"),
  },
});
