import type { RequestHeaders } from "@/lib/api-request";
import { now } from "@/lib/clock";

/** When the front received this request: what others did later, its sender cannot have seen. */
export function receivedAt(headers: RequestHeaders): Date {
  const stamp = Number(headers.get("x-rejoinder-received"));
  return stamp > 0 ? new Date(stamp) : now();
}
