import { acting, one } from "../fixtures/crowd";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

const unique = () =>
  `z${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, "")
    .padEnd(9, "q")
    .slice(0, 9)}z`;

async function post(words: string): Promise<{ id: string; status: string }> {
  const piece = await publishedPiece({ commentPolicy: "open" });
  return acting(await one({ published: 5 }), async (client) => {
    const answer = await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: words } });
    expect(answer.status(), await answer.text()).toBe(201);
    return answer.json();
  });
}

// They change what all of the publication is asked: one after another, when nobody else is about.
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a moderator writes a rule, tries it on the past, puts it in force, sees what it found, and takes it back", async ({
      open,
    }) => {
      test.setTimeout(120_000);
      const word = unique();
      expect((await post(`Nobody objected to ${word} before.`)).status).toBe("published");

      const moderator = await open("moderator");
      const rules = moderator.getByRole("textbox", { name: "The rules" });
      const main = moderator.getByRole("main");

      // What would match everything is refused with its line; every word typed is kept.
      await moderator.goto("/moderation/rules");
      const before = await rules.inputValue();
      await rules.fill("words: hold\n  *");
      await moderator.getByRole("button", { name: "Use them from now on" }).click();
      await expect(main).toContainText("Line 2: This would match almost everything.");
      await expect(rules).toHaveValue("words: hold\n  *");

      // Tried on the past.
      await rules.fill(`${before}\n\nwords: hold "Tried in a journey"\n  ${word}\n`);
      await moderator.getByRole("button", { name: "Try them on the last 90 days" }).click();
      await expect(async () => {
        await moderator.reload();
        await expect(main).toContainText("They would have held", { timeout: 500 });
      }).toPass({ timeout: 60_000 });
      await expect(main).toContainText(`Nobody objected to ${word} before.`);
      await expect(main.getByRole("row", { name: /Listed words/ })).toContainText(/[1-9]/);

      // In force. Somebody else may change the rules meanwhile: then the page says so, and one tries again.
      await moderator.getByRole("link", { name: "Back to these rules" }).click();
      await expect(async () => {
        await moderator.getByRole("textbox", { name: "What you changed, and why" }).fill("A wave of it.");
        await moderator.getByRole("button", { name: "Use them from now on" }).click();
        await expect(main).toContainText("These rules decide from the next comment on.", { timeout: 5_000 });
      }).toPass({ timeout: 30_000 });
      await expect(main).toContainText("A wave of it.");

      const disguised = [...word].join(".");
      const words = `Now with ${disguised} in it, ${Date.now()}`;
      const held = await post(words);
      expect(held.status).toBe("pending");
      // By its address: after all other journeys it need not be on the first page of what waits.
      await moderator.goto(`/moderation?comment=${held.id}`);
      await expect(main).toContainText("Listed words: Tried in a journey");
      await expect(main.locator("mark")).toHaveText(disguised);

      // Back to the words of before.
      await moderator.goto("/moderation/rules");
      await expect(async () => {
        await rules.fill(before);
        await moderator.getByRole("button", { name: "Use them from now on" }).click();
        await expect(main).toContainText("These rules decide from the next comment on.", { timeout: 5_000 });
      }).toPass({ timeout: 30_000 });
      expect((await post(`Nobody objects to ${word} now.`)).status).toBe("published");

      // One click brings the other back, as a version of its own.
      const row = main.getByRole("row").filter({ hasText: "A wave of it." });
      await expect(async () => {
        await row
          .first()
          .getByRole("button", { name: /^Restore/ })
          .click();
        await expect(main).toContainText("The earlier rules decide again", { timeout: 5_000 });
      }).toPass({ timeout: 30_000 });
      expect((await post(`Nobody objects to ${word} again.`)).status).toBe("pending");
    });

    test("a rule in shadow changes nothing, and says in the queue what it would have done", async ({ open }) => {
      test.setTimeout(90_000);
      const word = unique();
      const moderator = await open("moderator");
      const main = moderator.getByRole("main");
      const rules = moderator.getByRole("textbox", { name: "The rules" });
      await moderator.goto("/moderation/rules");
      await expect(async () => {
        await rules.fill(`words: refuse "In shadow"\n  ${word}`);
        await moderator.getByRole("button", { name: "Run them in shadow" }).click();
        await expect(main).toContainText("These rules run in shadow", { timeout: 5_000 });
      }).toPass({ timeout: 30_000 });
      await expect(main.getByRole("heading", { name: /In shadow since/ })).toBeVisible();
      const words = `Here is ${word}, ${Date.now()}.`;
      const standing = await post(words);
      expect(standing.status).toBe("published");
      await moderator.goto(`/moderation?status=published&comment=${standing.id}`);
      await expect(main).toContainText("Would have been refused: Listed words");
    });

    test("somebody who is no moderator sees no rules", async ({ open }) => {
      const reader = await open("reader");
      await reader.goto("/moderation/rules");
      await expect(reader.getByRole("textbox", { name: "The rules" })).toHaveCount(0);
    });
  });
}
