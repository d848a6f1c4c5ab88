import { ok } from "@/lib/answer";
import { followThread } from "@/lib/notifications/mutations";
import { followAnswer, followField, followForm, threadParams } from "@/lib/notifications/schema";
import { route } from "@/lib/route";

const shared = { gate: "signedIn", params: threadParams, answers: { 200: followAnswer } } as const;
const pageOf = (slug: unknown) => `/articles/${encodeURIComponent(String(slug))}/follow`;

export const PUT = route({
  ...shared,
  summary: "Follow the discussion of an article",
  run: async ({ viewer, params }) => ok(await followThread(viewer, params.slug, true)),
});

export const DELETE = route({
  ...shared,
  summary: "Follow the discussion no longer",
  run: async ({ viewer, params }) => ok(await followThread(viewer, params.slug, false)),
});

export const POST = route({
  ...shared,
  summary: "The form twin of PUT and DELETE",
  body: followForm,
  run: async ({ viewer, params, body }) => ok(await followThread(viewer, params.slug, body.following)),
  form: {
    read: followField,
    done: ({ params }) => pageOf(params.slug),
    refused: ({ params }) => pageOf(params.slug),
  },
});
