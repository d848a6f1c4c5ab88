import { ok } from "@/lib/answer";
import { claimComment, releaseComment } from "@/lib/moderation/claims";
import { claimAnswer, commentParams } from "@/lib/moderation/schema";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";

export const PUT = route({
  summary: "Say that one looks at a comment, for two minutes; answers whose it is",
  gate: "moderator",
  limit: limits.claim,
  params: commentParams,
  answers: { 200: claimAnswer },
  run: async ({ viewer, params }) => ok({ claim: await claimComment(viewer, params.id) }),
});

export const DELETE = route({
  summary: "Say that one looks at a comment no more",
  gate: "moderator",
  limit: limits.claim,
  params: commentParams,
  answers: { 204: null },
  run: async ({ viewer, params }) => {
    await releaseComment(viewer, params.id);
    return { status: 204, headers: {}, body: null };
  },
});
