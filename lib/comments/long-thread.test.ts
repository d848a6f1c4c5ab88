import { expect, test } from "vitest";
import { type Sort, sorts } from "@/lib/comments/limits";
import { longThread } from "@/lib/comments/long-thread-testing";
import { threadOnAPage } from "@/lib/comments/queries";
import { everyOne } from "@/lib/comments/thread";
import { makeArticle, makeReader } from "@/prisma/factories";

const middle = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

async function timed<T>(work: () => Promise<T>, times: number[]): Promise<T> {
  const began = performance.now();
  const done = await work();
  times.push(performance.now() - began);
  return done;
}

test("a page of 10,000 comments is read as fast as one of 200, in every order, the first and those after it", async () => {
  const reader = await makeReader();
  const [short, long] = [await makeArticle(), await makeArticle()];
  await longThread(short, reader, 200);
  await longThread(long, reader, 10_000);
  const read = (id: string, sort: Sort, cursor?: string | null) =>
    threadOnAPage(id, { sort, cursor: cursor ?? undefined });
  for (const sort of sorts) {
    const cost: Record<"few" | "first" | "further", number[]> = { few: [], first: [], further: [] };
    let cursor: string | null = null;
    for (let turn = 0; turn < 15; turn++) {
      await timed(() => read(short.id, sort), cost.few);
      const first = await timed(() => read(long.id, sort), cost.first);
      const further = await timed(() => read(long.id, sort, cursor ?? first.nextCursor), cost.further);
      for (const page of [first, further]) {
        expect(everyOne(page.items).length).toBeGreaterThan(50);
        expect(everyOne(page.items).length).toBeLessThanOrEqual(100);
      }
      cursor = further.nextCursor;
    }
    // Twice, since this machine does other things meanwhile.
    const most = 2 * middle(cost.few) + 4;
    expect(middle(cost.first), sort).toBeLessThan(most);
    expect(middle(cost.further), sort).toBeLessThan(most);
  }
}, 60_000);
