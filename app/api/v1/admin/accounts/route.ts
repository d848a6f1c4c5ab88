import { accountsPage } from "@/lib/accounts/queries";
import { accountsPageSchema, accountsQuery } from "@/lib/accounts/schema";
import { ok } from "@/lib/answer";
import { route } from "@/lib/route";

export const GET = route({
  summary: "Accounts, newest first; addresses are shown to admins only",
  gate: "moderator",
  query: accountsQuery,
  answers: { 200: accountsPageSchema },
  run: async ({ viewer, query }) => ok(await accountsPage(viewer, query)),
});
