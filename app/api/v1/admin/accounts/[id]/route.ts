import { accountById } from "@/lib/accounts/queries";
import { accountChangeSchema, accountParams, accountSchema } from "@/lib/accounts/schema";
import { ok } from "@/lib/answer";
import { changeAccount } from "@/lib/moderation/people/account-change";
import { safePath } from "@/lib/origin";
import { withFormTwin } from "@/lib/route";

export const [PATCH, POST] = withFormTwin(
  "PATCH",
  {
    summary: "Give an account another role or status, at once",
    gate: "moderator",
    params: accountParams,
    body: accountChangeSchema,
    answers: { 200: accountSchema },
    run: async ({ viewer, params, body }) => {
      await changeAccount(viewer, params.id, body);
      return ok(await accountById(viewer, params.id));
    },
  },
  {
    done: ({ params, fields }) => `${safePath(fields.next, "/admin/people")}#${params.id}`,
    refused: ({ fields }) => safePath(fields.next, "/admin/people"),
  },
);
