import { accepted } from "@/lib/answer";
import { reportWithoutAccount } from "@/lib/moderation/fairness/outside-reports";
import { outsideReportForm, outsideReportInput, receivedAnswer } from "@/lib/moderation/fairness/schema";
import { commentParams } from "@/lib/moderation/schema";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const POST = route({
  summary:
    "Report a comment without an account, by the form of its page; a second report from one address is answered alike",
  gate: "public",
  limit: () => [limits.reportOutside, limits.reportOutsideDay],
  params: commentParams,
  body: outsideReportInput,
  answers: { 202: receivedAnswer },
  run: async ({ params, body, address }) => {
    await reportWithoutAccount(params.id, body, address);
    return accepted({ received: true as const });
  },
  form: {
    read: outsideReportForm,
    done: ({ params }) => `/comments/${params.id}/report?sent=2`,
    refused: ({ params }) => `/comments/${params.id}/report`,
  },
});
