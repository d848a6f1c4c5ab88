import { created, ok } from "@/lib/answer";
import { raiseBar } from "@/lib/moderation/people/barring";
import { bars } from "@/lib/moderation/people/queries";
import { barInput, barMade, barsOutput, filled } from "@/lib/moderation/people/schema";
import { route } from "@/lib/route";

export const GET = route({
  summary: "The domains of mail and the networks that are barred",
  gate: "moderator",
  answers: { 200: barsOutput },
  run: async ({ viewer }) => ok({ items: await bars(viewer) }),
});

export const POST = route({
  summary: "Bar a domain of mail with all under it, or a range of addresses",
  gate: "moderator",
  body: barInput,
  answers: { 201: barMade },
  run: async ({ viewer, body, address }) => created(await raiseBar(viewer, body, address), "/api/v1/moderation/bars"),
  form: { read: filled, done: () => "/moderation/bars?done=raised", refused: () => "/moderation/bars" },
});
