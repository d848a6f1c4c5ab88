import { ok } from "@/lib/answer";
import { pickComment } from "@/lib/comments/picks-and-pins";
import { commentParams, emptyInput, pickOutput, switchForm } from "@/lib/comments/schema";
import { route } from "@/lib/route";

const declared = { gate: "member", params: commentParams, answers: { 200: pickOutput } } as const;

export const PUT = route({
  ...declared,
  body: emptyInput,
  summary: "Pick a comment out, as an author of the article or an editor",
  run: async ({ viewer, params }) => ok(await pickComment(viewer, params.id, true)),
});

export const DELETE = route({
  ...declared,
  summary: "Take a pick back",
  run: async ({ viewer, params }) => ok(await pickComment(viewer, params.id, false)),
});

export const POST = route({
  ...declared,
  summary: "Pick a comment from a plain form; 0 takes it back",
  body: switchForm,
  run: async ({ viewer, params, body }) => ok(await pickComment(viewer, params.id, body.value === 1)),
  form: {
    read: ({ value, ...others }) => ({ ...others, value: Number(value) }),
    done: ({ answer, params }) => `/articles/${answer.body.articleSlug}#comment-${params.id}`,
    refused: ({ params }) => `/comments/${params.id}/mine`,
  },
});
