import { conditionalResponse } from "@/lib/conditional-response";
import { siteUrl } from "@/lib/env";

export const dynamic = "force-dynamic";

const closed = [
  "/api/",
  "/admin",
  "/moderation",
  "/settings",
  "/setup",
  "/sign-in",
  "/sign-up",
  "/reset-password",
  "/search",
];

export function GET(request: Request) {
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${siteUrl()}/sitemap.xml`,
    "",
  ];
  return conditionalResponse(request, "text/plain; charset=utf-8", async () => lines.join("\n"));
}
