import { ok } from "@/lib/answer";
import { pinComment } from "@/lib/comments/picks-and-pins";
import { commentParams, emptyInput, pinOutput, switchForm } from "@/lib/comments/schema";
import { route } from "@/lib/route";

const declared = { gate: "member", params: commentParams, answers: { 200: pinOutput } } as const;

export const PUT = route({
  ...declared,
  body: emptyInput,
  summary: "Have a comment stand first under its article, in place of the one that did",
  run: async ({ viewer, params }) => ok(await pinComment(viewer, params.id, true)),
});

export const DELETE = route({
  ...declared,
  summary: "Let a pinned comment go back to its place",
  run: async ({ viewer, params }) => ok(await pinComment(viewer, params.id, false)),
});

export const POST = route({
  ...declared,
  summary: "Pin a comment from a plain form; 0 lets it go",
  body: switchForm,
  run: async ({ viewer, params, body }) => ok(await pinComment(viewer, params.id, body.value === 1)),
  form: {
    read: ({ value, ...others }) => ({ ...others, value: Number(value) }),
    done: ({ answer, params }) => `/articles/${answer.body.articleSlug}#comment-${params.id}`,
    refused: ({ params }) => `/comments/${params.id}/mine`,
  },
});
