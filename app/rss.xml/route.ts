import { rss } from "@/lib/articles/feeds";
import { newestInFull } from "@/lib/articles/queries";
import { machineAnswer } from "@/lib/machine-answer";
import { siteSettings } from "@/lib/settings";

export const dynamic = "force-dynamic";

export function GET(request: Request) {
  return machineAnswer(request, "application/rss+xml; charset=utf-8", async () =>
    rss(await siteSettings(), await newestInFull()),
  );
}
