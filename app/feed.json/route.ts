import { jsonFeed } from "@/lib/articles/feeds";
import { newestInFull } from "@/lib/articles/queries";
import { machineAnswer } from "@/lib/machine-answer";
import { siteSettings } from "@/lib/settings";

export const dynamic = "force-dynamic";

export function GET(request: Request) {
  return machineAnswer(request, "application/feed+json; charset=utf-8", async () =>
    jsonFeed(await siteSettings(), await newestInFull()),
  );
}
