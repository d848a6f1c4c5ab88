import { ok } from "@/lib/answer";
import { followPerson } from "@/lib/notifications/mutations";
import { followsPerson } from "@/lib/notifications/queries";
import { followAnswer, followField, followForm, personParams } from "@/lib/notifications/schema";
import { route } from "@/lib/route";

const shared = { gate: "signedIn", params: personParams, answers: { 200: followAnswer } } as const;
const pageOf = (handle: unknown) => `/people/${encodeURIComponent(String(handle))}/follow`;

export const GET = route({
  ...shared,
  summary: "Whether I follow this person",
  run: async ({ viewer, params }) => ok({ following: await followsPerson(viewer, params.handle) }),
});

export const PUT = route({
  ...shared,
  summary: "Follow what this person writes",
  run: async ({ viewer, params }) => ok(await followPerson(viewer, params.handle, true)),
});

export const DELETE = route({
  ...shared,
  summary: "Follow this person no longer",
  run: async ({ viewer, params }) => ok(await followPerson(viewer, params.handle, false)),
});

export const POST = route({
  ...shared,
  summary: "The form twin of PUT and DELETE",
  body: followForm,
  run: async ({ viewer, params, body }) => ok(await followPerson(viewer, params.handle, body.following)),
  form: {
    read: followField,
    done: ({ params }) => pageOf(params.handle),
    refused: ({ params }) => pageOf(params.handle),
  },
});
