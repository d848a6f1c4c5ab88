import { signOutEverywhere } from "@/lib/accounts/own-account";
import { noContent } from "@/lib/answer";
import { route } from "@/lib/route";
import { clearedCookies } from "@/lib/session";

export const DELETE = route({
  summary: "Sign out everywhere",
  gate: "signedIn",
  answers: { 204: null },
  run: async ({ viewer }) => {
    await signOutEverywhere(viewer);
    return noContent(clearedCookies());
  },
});
