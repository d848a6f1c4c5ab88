import { beforeEach, expect, test } from "vitest";
import { cookiesIn } from "@/lib/api-request";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { formRefused } from "@/lib/form-answer";
import type { HttpResponse } from "@/lib/http-response";
import { limits } from "@/lib/rate-limit";
import { emptyDatabase } from "@/prisma/testing";

beforeEach(emptyDatabase);

const refusal = new AppError("unauthenticated", "Sign in first.");

function refused(body: string, address: string): Promise<HttpResponse> {
  const asked = {
    method: "POST",
    url: new URL("http://localhost:3000/api/v1/viewer"),
    headers: new Headers({ "x-rejoinder-address": address }),
    cookies: cookiesIn(undefined),
    body: null,
  };
  return formRefused(refusal, "/settings", { fields: { body }, files: {} }, asked);
}

test("no stranger fills the disk with refused forms, and every word is given back all the same", async () => {
  for (let sent = 0; sent < limits.refusedForm.points; sent++) {
    expect((await refused("Words.", "192.0.2.1")).status).toBe(303);
  }
  const over = await refused("One word too many.", "192.0.2.1");
  expect(over.status).toBe(401);
  expect(over.body).toContain("One word too many.");
  expect((await refused("Another person's words.", "192.0.2.2")).status).toBe(303);
  expect(await db.draft.count()).toBe(limits.refusedForm.points + 1);
});

test("words longer than any article are given back and not kept", async () => {
  const answer = await refused("x".repeat(600_000), "192.0.2.3");
  expect(answer.body).toContain("x".repeat(600_000));
  expect(await db.draft.count()).toBe(0);
});
