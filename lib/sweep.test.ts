import { beforeEach, expect, test } from "vitest";
import { enqueue } from "@/lib/jobs";
import { jobs } from "@/lib/sweep";
import { emptyDatabase, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

/** A mail that was tried so often, last so many days ago. */
async function mail(
  to: string,
  { attempts, daysAgo, locked = false }: Record<"attempts" | "daysAgo", number> & { locked?: boolean },
) {
  await enqueue("send_mail", { to, subject: "Words", text: "Words." });
  await sql(
    `UPDATE graphile_worker._private_jobs SET attempts = $2, run_at = now() - make_interval(days => $3), updated_at = now() - make_interval(days => $3),
       created_at = now() - interval '40 days', locked_at = CASE WHEN $4 THEN now() END
     WHERE payload->>'to' = $1`,
    [to, attempts, daysAgo, locked],
  );
}

test("a mail that failed for good goes after a week, address and all; none that is tried again, is under way or failed of late", async () => {
  await mail("failed@example.org", { attempts: 25, daysAgo: 8 });
  await mail("of-late@example.org", { attempts: 25, daysAgo: 6 });
  await mail("tried-again@example.org", { attempts: 24, daysAgo: 8 });
  await mail("under-way@example.org", { attempts: 25, daysAgo: 8, locked: true });
  for (const _ of [1, 2]) await jobs.sweep?.({});
  const left = await sql(`SELECT payload->>'to' AS to FROM graphile_worker._private_jobs ORDER BY id`);
  expect(left.map(({ to }) => to)).toEqual(["of-late@example.org", "tried-again@example.org", "under-way@example.org"]);
});
