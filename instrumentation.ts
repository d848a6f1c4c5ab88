import { processState } from "@/lib/process-state";

/** Next calls this once, before it answers: the front learns how to call the routes of the contract itself (server/front/contract.ts). */
export function register(): void {
  // Next builds this file for an edge runtime too, which has none of our routes; the condition is settled at build time.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    processState().routes = async () => (await import("@/app/api/v1/openapi.json/routes")).routes;
  }
}
