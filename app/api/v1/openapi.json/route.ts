import { routes } from "@/app/api/v1/openapi.json/routes";
import { openApi } from "@/lib/openapi";

export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(openApi(routes, "Rejoinder"), {
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=300" },
  });
}
