import { createHash } from "node:crypto";
import { asAppError } from "@/lib/errors";
import { log } from "@/lib/log";

/**
 * An answer for machines (feeds, sitemaps): made anew each time, with a strong ETag, so that who asks often gets 304.
 * When it cannot be made, the status of the error and nothing else; what is not found may stand elsewhere for ever: `movedTo` says where (a path), or null.
 */
export async function conditionalResponse(
  request: Request,
  type: string,
  make: () => Promise<string>,
  movedTo?: () => Promise<string | null>,
): Promise<Response> {
  try {
    const body = await make();
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const headers = {
      "content-type": type,
      etag,
      "cache-control": "public, no-cache",
      "x-content-type-options": "nosniff",
    };
    const known = request.headers
      .get("if-none-match")
      ?.split(/\s*,\s*/)
      .map((tag) => tag.replace(/^W\//, ""));
    return known?.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
  } catch (thrown) {
    const location = movedTo && asAppError(thrown).code === "not_found" ? await movedTo().catch(() => null) : null;
    if (location) return new Response(null, { status: 308, headers: { location } });
    return failed(request, thrown);
  }
}

/** What was thrown, as a plain line with its status. */
export function failed(request: Request, thrown: unknown): Response {
  const error = asAppError(thrown);
  if (error.status >= 500) log.error({ path: new URL(request.url).pathname, err: thrown }, error.message);
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    ...(error.extras.retryAfter !== undefined && { "retry-after": String(error.extras.retryAfter) }),
  };
  return new Response(error.message, { status: error.status, headers });
}
