import { personFeed } from "@/lib/comments/feeds";
import { personMovedTo } from "@/lib/comments/person";
import { conditionalResponse } from "@/lib/conditional-response";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ handle: string }> }) {
  const { handle } = await params;
  const movedTo = async () => {
    const now = await personMovedTo(handle);
    return now && `/people/${now}/feed.xml`;
  };
  return conditionalResponse(request, "application/atom+xml; charset=utf-8", () => personFeed(handle), movedTo);
}
