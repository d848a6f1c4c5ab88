import { one } from "../fixtures/crowd";
import { statusOf, waitingUnder } from "../fixtures/queue";
import { expect, test } from "../fixtures/test";

test("a moderator narrows the list, searches it, decides, and takes the decision back", async ({ open }) => {
  const { piece, ids } = await waitingUnder(["The ferry is late.", "The bridge is closed.", "The ferry is early."]);
  const moderator = await open(await one({ role: "moderator" }));
  await moderator.goto("/moderation");
  await moderator.getByText("Filters", { exact: true }).click();
  await moderator.getByRole("textbox", { name: "Article" }).fill(piece.slug);
  await moderator.getByRole("button", { name: "Show", exact: true }).click();
  const list = moderator.getByRole("navigation", { name: "Comments" });
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await moderator.getByRole("searchbox", { name: "Search" }).fill("ferry");
  await moderator.getByRole("button", { name: "Show", exact: true }).click();
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(moderator).toHaveURL(/q=ferry/);

  await moderator.getByRole("radio", { name: "Advertising" }).check();
  await moderator.getByRole("button", { name: "Return to writer" }).click();
  await expect(moderator.locator("#under-decision")).toContainText("The ferry is early.");
  await expect.poll(() => statusOf(ids["The ferry is late."])).toBe("rejected");
  await moderator.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => statusOf(ids["The ferry is late."])).toBe("pending");
  await expect(moderator.getByRole("button", { name: "Undo" })).toHaveCount(0);

  await moderator.goto("/moderation/log");
  await expect(moderator.getByRole("row").nth(1)).toContainText("Taken back before anybody was told");
});

test("a comment stands in its place, and one is judged without leaving", async ({ open }) => {
  const { address } = await waitingUnder(["One of these days."]);
  const moderator = await open(await one({ role: "moderator" }));
  await moderator.goto(address);
  await expect(moderator.getByRole("main")).toContainText("What a bridge costs.");
  await expect(moderator.getByRole("heading", { name: "Why it waits" })).toBeVisible();
  await expect(moderator.getByRole("main")).toContainText("Every comment waits here");
});

test("the lists of what waits, of what the helper held and of all are there", async ({ open }) => {
  const moderator = await open(await one({ role: "moderator" }));
  for (const [status, name] of [
    ["helper", "Held by the helper"],
    ["all", "All"],
  ] as const) {
    await moderator.goto(`/moderation?status=${status}`);
    const tab = moderator
      .getByRole("navigation", { name: "Moderation" })
      .getByRole("link", { name: new RegExp(`^${name}`) });
    await expect(tab).toHaveAttribute("aria-current", "page");
  }
});

test("a refused decision keeps the reason and the words", async ({ open }) => {
  const { address, ids } = await waitingUnder(["Decided elsewhere meanwhile."]);
  const [moderator, other] = [await open(await one({ role: "moderator" })), await open(await one({ role: "admin" }))];
  for (const page of [moderator, other]) await page.goto(address);
  await other.getByRole("radio", { name: "Advertising" }).check();
  await other.getByRole("button", { name: "Return to writer" }).click();
  await expect.poll(() => statusOf(ids["Decided elsewhere meanwhile."])).toBe("rejected");
  await moderator.getByRole("radio", { name: "Off the subject" }).check();
  await moderator.getByRole("textbox", { name: "What the writer will read" }).fill("Quote what you mean.");
  await moderator.getByRole("button", { name: "Return to writer" }).click();
  await expect(moderator.getByRole("alert").filter({ hasText: "Not decided." }).first()).toBeVisible();
});

test("what tries to run in the desk stays text", async ({ open }) => {
  const name = `<img src=x onerror="document.title='run'">`;
  const { address } = await waitingUnder([`<script>document.title='run'</script> ${name}`], {
    html: "<p>&lt;script&gt;document.title='run'&lt;/script&gt;</p>",
  });
  const moderator = await open(await one({ role: "moderator" }));
  await moderator.goto(`${address}&q=onerror&person=`);
  await expect(moderator.getByRole("navigation", { name: "Comments" })).toContainText("<script>");
  await expect(moderator).toHaveTitle(/Moderation/);
});
