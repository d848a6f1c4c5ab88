import { sitemap } from "@/lib/articles/feeds";
import { publicAddresses } from "@/lib/articles/queries";
import { machineAnswer } from "@/lib/machine-answer";

export const dynamic = "force-dynamic";

export function GET(request: Request) {
  return machineAnswer(request, "application/xml; charset=utf-8", async () => sitemap(await publicAddresses()));
}
