import { isStaff } from "@/lib/actor";
import { created, ok } from "@/lib/answer";
import { placeOf, toOutput } from "@/lib/comments/comment";
import { alreadyPosted, postComment } from "@/lib/comments/posting";
import { threadOf, threadPage } from "@/lib/comments/queries";
import { commentInput, commentOutput, commentsOutput, threadParams, threadQuery } from "@/lib/comments/schema";
import { limits } from "@/lib/rate-limit";
import { isForm } from "@/lib/request-body";
import { route } from "@/lib/route";

export const GET = route({
  summary: "A page of top-level comments, each with its first replies nested",
  gate: "public",
  params: threadParams,
  query: threadQuery,
  answers: { 200: commentsOutput },
  run: async ({ params, query }) => {
    const { id } = await threadOf(params.slug);
    const { items, nextCursor } = await threadPage(id, query);
    return ok({ items: items.map(toOutput), nextCursor });
  },
});

export const POST = route({
  summary: "Post a comment: published, or waiting for a moderator",
  gate: "member",
  limit: (viewer) => (viewer.publishedCount > 0 || isStaff(viewer) ? limits.commentKnown : limits.commentNew),
  barred: "refused",
  params: threadParams,
  body: commentInput,
  answers: { 201: commentOutput },
  run: async ({ viewer, params, body, request }) => {
    const { comment, repeated } = await postComment(viewer, { slug: params.slug, ...body });
    if (repeated && !isForm(request.headers)) throw alreadyPosted(comment);
    return created(toOutput(comment), `/api/v1/comments/${comment.id}`);
  },
  form: {
    done: ({ answer }) => (answer.body.status === "published" ? placeOf(answer.body) : `${answer.body.permalink}/mine`),
    refused: ({ params, fields }) =>
      `/articles/${encodeURIComponent(String(params.slug))}/reply${fields.parentId ? `?parent=${encodeURIComponent(fields.parentId)}` : ""}`,
  },
});
