import type { Is } from "@/components/elements/shapes";

/** What the API said: the status, the body as it came, and where to go or how long to wait where it says so. */
export interface Said {
  status: number;
  body: Record<string, unknown>;
  location: string | null;
  /** Seconds. */
  retryAfter: number | null;
}

/** Milliseconds after which no answer is expected any more: the server gives up after six seconds. */
const patience = 20_000;

/** Writes through the API. Null if no whole answer came: nothing is known of what was sent. */
export async function send(path: string, body: object, headers: Record<string, string> = {}): Promise<Said | null> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    const wait = answer.headers.get("retry-after");
    return {
      status: answer.status,
      body: { ...(await answer.json()) },
      location: answer.headers.get("location"),
      retryAfter: wait === null ? null : Number(wait),
    };
  } catch {
    return null;
  }
}

/** Reads from the API; null if no whole answer of that shape came. */
export async function read<T>(path: string, is: Is<T>, within = patience): Promise<T | null> {
  try {
    const answer = await fetch(path, { signal: AbortSignal.timeout(within) });
    const body: unknown = answer.ok ? await answer.json() : null;
    return is(body) ? body : null;
  } catch {
    return null;
  }
}

/** Words that may be shown from what the API said. */
export function detailOf({ body }: Said): string {
  return typeof body.detail === "string" ? body.detail : "";
}

/** A key for one submission, the same for every attempt to send it. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
