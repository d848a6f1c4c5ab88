import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { DeliveryForm } from "@/components/notifications/delivery-form";
import { keepForm, keptForm } from "@/lib/drafts";
import { AppError } from "@/lib/errors";
import { deliveriesOf } from "@/lib/notifications/queries";
import { makeReader } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

const chosenIn = (html: string, kind: string) =>
  new RegExp(`<select id="mail-${kind}".*?<option value="(\\w+)" selected`).exec(html)?.[1];

async function formOf({ refused, saved = false }: { refused?: string; saved?: boolean }): Promise<string> {
  const chosen = await deliveriesOf((await makeReader()).id);
  const error = new AppError("rate_limited", "Too many. Try again in 40 seconds.");
  const draft = refused === undefined ? undefined : await keepForm(refused, { reply: "never" }, error);
  return renderToStaticMarkup(DeliveryForm({ chosen, kept: await keptForm(draft?.id, draft?.token), saved }));
}

test("a choice that was refused says why, and stands as it was made", async () => {
  const html = await formOf({ refused: "/api/v1/viewer/notifications" });
  expect(html).toContain('role="alert"');
  expect(html).toContain("Try again in 40 seconds.");
  expect([chosenIn(html, "reply"), chosenIn(html, "mention")]).toEqual(["never", "at_once"]);
});

test("the refusal of another form is not said here", async () => {
  const html = await formOf({ refused: "/api/v1/viewer" });
  expect(html).not.toContain('role="alert"');
  expect(chosenIn(html, "reply")).toBe("at_once");
});

test("a choice that was taken is said where the page opens, under its own head", async () => {
  expect(await formOf({ saved: true })).toMatch(/id="mail-head".*role="status".*<form/);
  expect(await formOf({})).not.toContain('role="status"');
});
