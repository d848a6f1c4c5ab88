import type { Refusal } from "@/server/front/error-pages";
import { asksForFlight, type Visit } from "@/server/front/visit";

const reading = ["GET", "HEAD"];
const apiMethods = [...reading, "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const longestPath = 2_000;
const nextsOwn = /(?:^|&)(?:nxtP|nxtI|__next)/;
const flightQuery = /(?:^|&)_rsc(?:=|&|$)/;

/** The methods with which a path may be asked. */
export function methodsFor({ kind }: Visit): readonly string[] {
  if (kind === "stream") return ["GET"];
  return kind === "api" ? apiMethods : reading;
}

/** Why a request does not even reach the app, or nothing. */
export function refusalFor(visit: Visit, isOurs: (host: string) => boolean): Refusal | undefined {
  const { request, path, query, kind } = visit;
  const { headers, method = "" } = request;
  // A balancer asks by address.
  if (!isOurs(headers.host ?? "") && !path.startsWith("/api/health/")) return "wrong_host";
  if (kind === "none" || path.length > longestPath) return "not_found";
  if (!methodsFor(visit).includes(method)) return "method_not_allowed";
  if (headers["next-action"] !== undefined || headers["next-resume"] !== undefined) return "not_found";
  if (nextsOwn.test(query)) return "not_found";
  // Reader pages exist as documents only.
  const flight = asksForFlight(request) || flightQuery.test(query);
  return flight && kind !== "desk" && kind !== "built" ? "not_found" : undefined;
}

/** What to say for a status that Next answered in words of its own. */
export function refusalOfStatus(status: number): Refusal {
  if (status === 404) return "not_found";
  if (status === 405) return "method_not_allowed";
  if (status === 413) return "too_large";
  if (status === 503) return "unavailable";
  return status >= 500 ? "internal" : "unreadable";
}
