import { noContent, ok } from "@/lib/answer";
import { placeOf, toOutput } from "@/lib/comments/comment";
import { deleteComment, editComment } from "@/lib/comments/mutations";
import { commentWithReplies } from "@/lib/comments/queries";
import { commentEdit, commentOutput, commentParams } from "@/lib/comments/schema";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const GET = route({
  summary: "One comment with its first replies; one that waits only for its writer and moderators",
  gate: "anybody",
  params: commentParams,
  answers: { 200: commentOutput },
  run: async ({ viewer, params }) => ok(toOutput(await commentWithReplies(params.id, viewer))),
});

const edit = {
  summary: "Change one's own comment, within the edit window",
  gate: "member",
  limit: limits.edit,
  barred: "refused",
  params: commentParams,
  body: commentEdit,
  answers: { 200: commentOutput },
} as const;

export const PATCH = route({
  ...edit,
  run: async ({ viewer, params, body }) => ok(toOutput(await editComment(viewer, params.id, body))),
});

export const POST = route({
  ...edit,
  run: async ({ viewer, params, body }) => ok(toOutput(await editComment(viewer, params.id, body))),
  form: {
    done: ({ answer }) => (answer.body.status === "published" ? placeOf(answer.body) : `${answer.body.permalink}/mine`),
    refused: ({ params }) => `/comments/${params.id}/edit`,
  },
});

export const DELETE = route({
  summary: "Take back one's own comment; its replies stay",
  gate: "member",
  limit: limits.edit,
  params: commentParams,
  answers: { 204: null },
  run: async ({ viewer, params }) => {
    await deleteComment(viewer, params.id);
    return noContent();
  },
});
