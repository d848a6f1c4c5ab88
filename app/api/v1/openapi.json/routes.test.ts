import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { routes } from "@/app/api/v1/openapi.json/routes";
import { openApi } from "@/lib/openapi";

const files = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" });
const declared = files
  .filter((file) => file.endsWith("/route.ts") && !file.startsWith("openapi.json/"))
  .map((file) => `/api/v1/${file.replace("/route.ts", "").replace(/\[(\w+)\]/g, "{$1}")}`);

describe("the OpenAPI document", () => {
  const document = z
    .object({
      openapi: z.literal("3.1.0"),
      paths: z.record(z.string(), z.record(z.string(), z.looseObject({ summary: z.string() }))),
    })
    .parse(JSON.parse(JSON.stringify(openApi(routes, "Rejoinder"))));

  it("holds every route of the contract", () => {
    expect(Object.keys(document.paths).sort()).toEqual(declared.sort());
  });

  it.each(declared)("says what %s is for, and what it takes and answers", (path) => {
    const operations = Object.values(document.paths[path] ?? {});
    expect(operations.length).toBeGreaterThan(0);
    for (const operation of operations)
      expect(operation).toMatchObject({
        summary: expect.stringMatching(/\w/),
        responses: { default: expect.anything() },
      });
  });
});
