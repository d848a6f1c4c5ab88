import { sitemap } from "@/lib/articles/feeds";
import { publicAddresses } from "@/lib/articles/queries";
import { conditionalResponse } from "@/lib/conditional-response";

export const dynamic = "force-dynamic";

export function GET(request: Request) {
  return conditionalResponse(request, "application/xml; charset=utf-8", async () => sitemap(await publicAddresses()));
}
