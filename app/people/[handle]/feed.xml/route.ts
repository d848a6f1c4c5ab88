import { personFeed } from "@/lib/comments/feeds";
import { machineAnswer } from "@/lib/machine-answer";

export const dynamic = "force-dynamic";

export function GET(request: Request, { params }: { params: Promise<{ handle: string }> }) {
  return machineAnswer(request, "application/atom+xml; charset=utf-8", async () => personFeed((await params).handle));
}
