import { ok } from "@/lib/answer";
import { commentParams, scoreOutput, voteForm, voteInput } from "@/lib/comments/schema";
import { vote } from "@/lib/comments/voting";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

const declared = {
  gate: "member",
  limit: limits.vote,
  barred: "refused",
  params: commentParams,
  answers: { 200: scoreOutput },
} as const;

export const PUT = route({
  ...declared,
  summary: "Vote on a comment; the last vote counts",
  body: voteInput,
  run: async ({ viewer, params, body }) => ok(await vote(viewer, params.id, body.value)),
});

export const DELETE = route({
  ...declared,
  summary: "Take one's vote back",
  run: async ({ viewer, params }) => ok(await vote(viewer, params.id, 0)),
});

export const POST = route({
  ...declared,
  summary: "Vote from a plain form; 0 takes it back",
  body: voteForm,
  run: async ({ viewer, params, body }) => ok(await vote(viewer, params.id, body.value)),
  form: {
    read: ({ value, ...others }) => ({ ...others, value: Number(value) }),
    done: ({ answer, params }) => `/articles/${answer.body.articleSlug}#comment-${params.id}`,
    refused: ({ params }) => `/comments/${params.id}/mine`,
  },
});
