import { accepted } from "@/lib/answer";
import { maxRulesBytes } from "@/lib/comments/screening/limits";
import { startPlayback } from "@/lib/comments/screening/mutations";
import { playback } from "@/lib/comments/screening/queries";
import { playbackInput, playbackOutput } from "@/lib/comments/screening/schema";
import { route } from "@/lib/route";

export const POST = route({
  summary: "Play rules back over the comments of the last 90 days, without changing anything",
  gate: "moderator",
  body: playbackInput,
  maxBytes: maxRulesBytes,
  answers: { 202: playbackOutput },
  run: async ({ viewer, body }) => {
    const { id } = await startPlayback(viewer, body);
    return accepted(await playback(viewer, id));
  },
  form: {
    read: ({ document }) => ({ document }),
    done: ({ answer }) => `/moderation/rules/playbacks/${answer.body.id}`,
    refused: () => "/moderation/rules",
  },
});
