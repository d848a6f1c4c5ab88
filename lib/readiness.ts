import { db } from "@/lib/db";
import { processState } from "@/lib/process-state";

/** Whether the database answers and every migration that this version brings is in place. Never throws. */
export async function isReady(): Promise<boolean> {
  try {
    const rows = await db.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    const applied = new Set(rows.map((row) => row.name));
    return (processState().migrations ?? []).every((name) => applied.has(name));
  } catch {
    return false;
  }
}
