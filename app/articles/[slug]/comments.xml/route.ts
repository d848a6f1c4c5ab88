import { slugMovedTo } from "@/lib/articles/queries";
import { threadFeed } from "@/lib/comments/feeds";
import { conditionalResponse } from "@/lib/conditional-response";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const movedTo = async () => {
    const now = await slugMovedTo(slug);
    return now && `/articles/${encodeURIComponent(now)}/comments.xml`;
  };
  return conditionalResponse(request, "application/atom+xml; charset=utf-8", () => threadFeed(slug), movedTo);
}
