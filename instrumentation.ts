import { shared } from "@/lib/shared";

/** Next calls this once, before it answers: the front learns how to call the routes of the contract itself (server/contract.ts). */
export function register(): void {
  shared().routes = async () => (await import("@/app/api/v1/openapi.json/routes")).routes;
}
