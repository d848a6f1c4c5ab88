import { request } from "@playwright/test";
import { one } from "../fixtures/crowd";
import { here } from "../fixtures/here";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

let networks = 0;
/** A network of documentation (RFC 3849) that no other test has. */
const newNetwork = () => `2001:db8:${(process.pid % 60_000).toString(16)}:${(++networks).toString(16)}::`;

/** What somebody who has done nothing yet, so that no limit is in the way, is answered to a comment. */
async function postsFrom(address: string, url: string, role: "reader" | "author" = "reader") {
  const who = await one({ role, published: 5 });
  const { slug } = await publishedPiece({ commentPolicy: "open" });
  const client = await request.newContext({
    baseURL: url,
    extraHTTPHeaders: { origin: url, cookie: who.cookie, "x-forwarded-for": address },
  });
  const answer = await client.post(`/api/v1/articles/${slug}/comments`, {
    data: { body: `From my window, ${Math.random()}.` },
  });
  const { detail } = await answer.json();
  await client.dispose();
  return `${answer.status()} ${detail ?? ""}`.trim();
}

test("a moderator bars a network: nothing is taken from there at either process, until the bar is lifted", async ({
  open,
}) => {
  test.setTimeout(90_000);
  const [network, page] = [newNetwork(), await open("moderator")];
  const { url, otherUrl } = here();
  const inside = `${network}7`;
  expect(await postsFrom(inside, url)).toBe("201");

  await page.goto("/moderation/bars");
  await page.getByRole("radio", { name: /range of addresses/ }).check();
  await page.getByRole("textbox", { name: "Which" }).fill(`${network}/64`);
  await page.getByRole("combobox", { name: "Reason" }).selectOption({ label: "Advertising" });
  await page.getByRole("textbox", { name: /What those are told/ }).fill("Write to us if you are no robot.");
  await page.getByRole("button", { name: "Bar it" }).click();
  await expect(page.getByRole("status")).toContainText("The bar is in force.");

  for (const process of [url, otherUrl]) {
    await expect.poll(() => postsFrom(inside, process)).toMatch(/^403 .*Advertising.*no robot/);
    expect(await postsFrom(inside, process, "author")).toBe("201");
    expect(await postsFrom(`${newNetwork()}7`, process)).toBe("201");
  }

  await page.getByRole("button", { name: `Lift the bar of ${network}/64` }).click();
  await expect(page.getByRole("status")).toContainText("The bar is lifted.");
  for (const process of [url, otherUrl]) await expect.poll(() => postsFrom(inside, process)).toBe("201");
});

test("somebody who signs up with a barred domain of mail is told why, and keeps their words", async ({ open }) => {
  const domain = `mail-${process.pid}-${Date.now()}.example`;
  const page = await open("moderator");
  await page.goto("/moderation/bars");
  await page.getByRole("radio", { name: /domain of mail/ }).check();
  await page.getByRole("textbox", { name: "Which" }).fill(`@${domain}`);
  await page.getByRole("combobox", { name: "Reason" }).selectOption({ label: "Advertising" });
  await page.getByRole("button", { name: "Bar it" }).click();
  await expect(page.getByRole("status")).toContainText("The bar is in force.");

  const stranger = await open();
  await stranger.goto("/sign-up");
  await stranger.getByRole("textbox", { name: "Name" }).fill("Wren Oakley");
  await stranger.getByRole("textbox", { name: "E-mail" }).fill(`wren@post.${domain}`);
  await stranger.getByLabel("Password").fill("seven brown herons wade");
  await stranger.getByRole("button", { name: "Open the account" }).click();
  await expect(stranger.getByRole("main")).toContainText(`No address at ${domain} is taken`);
  await expect(stranger.getByRole("textbox", { name: "Name" })).toHaveValue("Wren Oakley");
});

test("what would bar half of the world, or the moderator, is refused and stands in the form again", async ({
  open,
}) => {
  const page = await open("moderator");
  for (const [value, why] of [
    ["0.0.0.0/0", "a part of the world"],
    ["10.0.0.0/8", "Your own address"],
    ["127.0.0.1", "Nobody comes from there"],
    ["the neighbours", "Write a range of addresses"],
  ] as const) {
    await page.goto("/moderation/bars");
    await page.getByRole("radio", { name: /range of addresses/ }).check();
    await page.getByRole("textbox", { name: "Which" }).fill(value);
    await page.getByRole("combobox", { name: "Reason" }).selectOption({ label: "Advertising" });
    await page.getByRole("button", { name: "Bar it" }).click();
    await expect(page.getByRole("main")).toContainText(why);
    await expect(page.getByRole("textbox", { name: "Which" })).toHaveValue(value);
  }
});
