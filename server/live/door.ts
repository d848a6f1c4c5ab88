import { problem } from "@/lib/answer";
import { asAppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { jsonReply } from "@/lib/reply";

import type { Live } from "@/server/live/live";
import { dataPolicy } from "@/server/policy-headers";
import { sendReply } from "@/server/send-reply";
import type { Visit } from "@/server/visit";

const slugIn = (path: string) => decodeURIComponent(path.split("/")[4] ?? "");

/** `GET /api/v1/articles/{slug}/stream`: opens the stream, or says in a problem document why not. `headers` are flat. */
export async function openStream(
  live: Live,
  { request, response, path, query, id }: Visit,
  { address, headers: common }: { address: string; headers: readonly string[] },
): Promise<void> {
  const headers = [...common, "Content-Security-Policy", dataPolicy];
  try {
    await live.open(request, response, { slug: slugIn(path), query, address, headers });
  } catch (thrown) {
    const error = asAppError(thrown);
    if (error.status >= 500 && error.code !== "unavailable") log.error({ requestId: id, err: thrown }, error.message);
    await sendReply(request, response, jsonReply(problem(error, id)), headers);
  }
}
