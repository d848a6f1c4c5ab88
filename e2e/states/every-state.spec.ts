import { readdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../fixtures/test";
import { states } from "./list";

const app = join(import.meta.dirname, "../../app");

test("no page of the product is missing from the list of states", () => {
  const pages = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("page.tsx"))
    .map((path) => path.replace(/\/page\.tsx$/, ""));
  expect([...new Set(states.map(({ page }) => page).filter(Boolean))].sort()).toEqual(pages.sort());
});

for (const state of states) {
  test(`${state.name}: axe finds nothing, light or dark, and 320 px hold it`, async ({ page }) => {
    await state.arrive(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const told = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n  ")}`,
      );
      expect(told, colorScheme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, "scrolls sideways at 320 px").toBeLessThanOrEqual(320);
  });
}
