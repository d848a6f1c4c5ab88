import { after, day } from "@/lib/clock";
import { followPerson, followThread, markRead } from "@/lib/notifications/mutations";
import { type Cast, memberAt } from "@/prisma/demo/cast";
import type { Printed } from "@/prisma/demo/press";

const follower = "imogen";
const followed = ["two-prices-for-bread", "the-market-that-must-move"];

/** The reader follows two discussions and an author before anybody has said anything. */
export async function listen(cast: Cast, printed: readonly Printed[]): Promise<void> {
  for (const { piece, publishedAt } of printed) {
    if (followed.includes(piece.slug)) await followThread(memberAt(cast, follower, publishedAt), piece.slug, true);
  }
  const [author, first] = [cast.get("hester"), printed[0]];
  if (author && first) await followPerson(memberAt(cast, follower, first.publishedAt), author.handle, true);
}

/** What the reader was told more than four days ago, they have read. */
export async function readOlder(cast: Cast, now: Date): Promise<void> {
  await markRead(memberAt(cast, follower, now), { until: after(now, -4 * day).toISOString() });
}
