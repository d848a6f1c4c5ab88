import { sql } from "@/prisma/testing";

/** What mails say that wait to be sent, oldest first. */
export async function letters(): Promise<{ to: string; subject: string; text: string }[]> {
  const rows = await sql<{ payload: { to: string; subject: string; text: string } }>(
    `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'send_mail' ORDER BY j.id`,
  );
  return rows.map((row) => row.payload);
}

/** The token in the latest link that was mailed, or nothing. */
export async function lastToken(): Promise<string> {
  const found = (await letters()).flatMap(({ text }) => /\/([A-Za-z0-9_-]{32})\s/.exec(text)?.[1] ?? []);
  return found.at(-1) ?? "";
}
