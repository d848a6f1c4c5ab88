import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { here } from "../fixtures/here";
import { newcomer, signUp } from "../fixtures/people";
import { expect, test } from "../fixtures/test";

/** The newest mail to an address, as it lies in the data folder while no mail server is set. */
function mailTo(address: string): string | undefined {
  const folder = join(here().dataDir, "mail");
  try {
    const mails = readdirSync(folder)
      .filter((name) => name.endsWith(".eml"))
      .sort();
    return mails.map((name) => readFileSync(join(folder, name), "utf8")).findLast((mail) => mail.includes(address));
  } catch {
    return undefined;
  }
}

/** Quoted-printable undone, as far as a link needs it. */
const unfolded = (mail: string) => mail.replace(/=\r?\n/g, "").replace(/=3D/gi, "=");

test("a forgotten password is chosen anew by a mailed link, once", async ({ page, open }) => {
  const who = await signUp(newcomer());
  const elsewhere = await open({ state: who.state });
  await elsewhere.goto("/settings");
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Your account");

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Have a link sent" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).fill(who.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("main")).toContainText("a link is on its way");

  await expect.poll(() => mailTo(who.email), { timeout: 10_000 }).toBeTruthy();
  const link = unfolded(mailTo(who.email) ?? "").match(/\/reset-password\/[\w-]+/)?.[0] ?? "";
  await page.goto(link);
  const password = "four slow barges turn";
  await page.getByRole("textbox", { name: "New password" }).fill(password);
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByRole("main")).toContainText("Your password is changed.");

  await elsewhere.goto("/settings");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await page.getByRole("textbox", { name: "E-mail" }).fill(who.email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${here().url}/`);
  await page.goto(link);
  await expect(page.getByRole("main")).toContainText("This link no longer works.");
});

test("a wrong password is told kindly, and the address is still there", async ({ page }) => {
  const who = await signUp(newcomer());
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail" }).fill(who.email);
  await page.getByRole("textbox", { name: "Password" }).fill("not the password at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("main")).toContainText("That did not match.");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(who.email);
});

test("a new name stands wherever the old one stood", async ({ open }) => {
  const who = await signUp(newcomer());
  const reader = await open({ state: who.state });
  await reader.goto("/settings");
  const name = `${who.name} the Second`;
  await reader.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await reader.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(reader.getByRole("main")).toContainText("Saved.");
  await reader.goto("/settings");
  await expect(reader.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
});

test("signing out everywhere ends every session", async ({ open }) => {
  const who = await signUp(newcomer());
  const [one, other] = [await open({ state: who.state }), await open({ state: who.state }, here().otherUrl)];
  await one.goto("/settings");
  await one.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(one).toHaveURL(/\/sign-in/);
  await other.goto("/settings");
  await expect(other).toHaveURL(/\/sign-in/);
});
