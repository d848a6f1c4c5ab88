import { rss } from "@/lib/articles/feeds";
import { newestInFull } from "@/lib/articles/queries";
import { conditionalResponse } from "@/lib/conditional-response";
import { siteSettings } from "@/lib/settings";

export const dynamic = "force-dynamic";

export function GET(request: Request) {
  return conditionalResponse(request, "application/rss+xml; charset=utf-8", async () =>
    rss(await siteSettings(), await newestInFull()),
  );
}
