import { readFile } from "node:fs/promises";
import { sql } from "../fixtures/database";
import { clientOf } from "../fixtures/people";
import { expect, test } from "../fixtures/test";

const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Removals in the log between two days, counted as anybody could who reads it: those taken back at once are none. */
async function removedByTheLog(from: string, to: string): Promise<number> {
  const rows = await sql<{ entry: string }>("SELECT entry FROM log_entries ORDER BY seq");
  const entries = rows.map(({ entry }) => JSON.parse(entry));
  const undone = new Set(entries.map(({ data }) => data.undone));
  return entries.filter(
    ({ type, at, data }) =>
      type === "comment.decided" &&
      data.action === "remove" &&
      !undone.has(data.decisionId) &&
      at.slice(0, 10) >= from &&
      at.slice(0, 10) <= to,
  ).length;
}

test("an admin takes the report of a period as a table, and its figures are those of the log", async ({ open }) => {
  const [from, to] = [dayAgo(80), dayAgo(20)];
  const admin = await open("admin");
  await admin.goto("/log");
  await admin.getByRole("link", { name: /transparency report/ }).click();
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText("Transparency report");
  await admin.getByLabel("From").fill(from);
  await admin.getByLabel("To, that day included").fill(to);
  await admin.getByRole("button", { name: "Show this time" }).click();
  await expect(admin).toHaveURL(new RegExp(`from=${from}&to=${to}`));

  const coming = admin.waitForEvent("download");
  await admin.getByRole("link", { name: "As a table (CSV)" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe(`transparency-${from}-${to}.csv`);
  const lines = (await readFile(await file.path(), "utf8")).split("\r\n");
  const removed = await removedByTheLog(from, to);
  expect(removed).toBeGreaterThan(0);
  expect(lines).toContain(`15(1)(c),Measures by kind,Comment removed,${removed},count`);
  const table = admin.getByRole("region", { name: "Measures by kind" });
  await expect(table.getByRole("row", { name: "Comment removed" }).getByRole("cell")).toHaveText(String(removed));
});

test("a program is told why a period is none", async () => {
  const client = await clientOf("reader");
  for (const query of [
    "from=2026-02-30",
    "from=2026-03-01&to=2026-02-01",
    "from=2010-01-01&to=2026-01-01",
    "format=xls",
  ])
    expect((await client.get(`/api/v1/transparency?${query}`)).status(), query).toBe(400);
});

test("a moderator sees the figures of a week and of a season, and takes their numbers as tables", async ({ open }) => {
  const moderator = await open("moderator");
  await moderator.goto("/moderation");
  await moderator.getByRole("link", { name: "Figures" }).click();
  await expect(moderator.getByRole("link", { name: "90 days" })).toHaveAttribute("aria-current", "page");
  await moderator.getByText("As a table").first().click();
  const flow = moderator.getByRole("table", { name: "Comments day by day" });
  await expect(flow.getByRole("row")).toHaveCount(91);
  await moderator.getByRole("link", { name: "7 days" }).click();
  await expect(moderator).toHaveURL(/days=7/);
  await moderator.getByText("As a table").first().click();
  await expect(flow.getByRole("row")).toHaveCount(8);
});
