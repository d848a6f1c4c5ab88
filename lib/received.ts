import type { AskedHeaders } from "@/lib/asked";
import { now } from "@/lib/clock";

/** When the front received this request: what others did later, its sender cannot have seen. */
export function receivedAt(headers: AskedHeaders): Date {
  const stamp = Number(headers.get("x-rejoinder-received"));
  return stamp > 0 ? new Date(stamp) : now();
}
