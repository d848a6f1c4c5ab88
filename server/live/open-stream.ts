import { problem } from "@/lib/answer";
import { asAppError } from "@/lib/errors";
import { jsonResponse } from "@/lib/http-response";
import { log } from "@/lib/log";
import { dataPolicy } from "@/server/front/policy-headers";
import { sendResponse } from "@/server/front/send-response";
import type { Visit } from "@/server/front/visit";
import type { Live } from "@/server/live/live";

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
    await sendResponse(request, response, jsonResponse(problem(error, id)), headers);
  }
}
