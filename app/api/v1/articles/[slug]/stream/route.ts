import { streamQuery, threadChanges, threadParams } from "@/lib/comments/schema";
import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";
import { route } from "@/lib/route";

/** Answered before it comes here, by `server/live/`: an open stream costs a socket, not a request under way. */
export const GET = route({
  summary:
    "What changes in this thread, as server-sent events: `hello`, `changes`, `resync` (look again), `over`, `beat`",
  gate: "public",
  params: threadParams,
  query: streamQuery,
  streams: true,
  answers: { 200: threadChanges },
  run: () => Promise.reject(new AppError("unavailable", t("requests.fault.noStreams"), { retryAfter: 30 })),
});
