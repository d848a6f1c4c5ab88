import { signOutEverywhere } from "@/lib/accounts/own-account";
import { nothingSchema } from "@/lib/accounts/schema";
import { noContent } from "@/lib/answer";
import { route } from "@/lib/route";
import { clearedCookies } from "@/lib/session";

export const POST = route({
  summary: "The form twin of DELETE /sessions/all",
  gate: "signedIn",
  body: nothingSchema,
  answers: { 204: null },
  run: async ({ viewer }) => {
    await signOutEverywhere(viewer);
    return noContent(clearedCookies());
  },
  form: { done: () => "/sign-in?done=everywhere", refused: () => "/sign-in" },
});
