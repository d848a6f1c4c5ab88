import { threadFeed } from "@/lib/comments/feeds";
import { machineAnswer } from "@/lib/machine-answer";

export const dynamic = "force-dynamic";

export function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  return machineAnswer(request, "application/atom+xml; charset=utf-8", async () => threadFeed((await params).slug));
}
