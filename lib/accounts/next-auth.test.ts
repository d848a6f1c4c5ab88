import { expect, it } from "vitest";
import { authOptions } from "@/lib/accounts/next-auth";
import type { AppError } from "@/lib/errors";

it("refuses an address to return to that is none, as the sender's mistake and not as ours", () => {
  const heard: AppError[] = [];
  const { logger } = authOptions({ device: undefined, refused: (error) => heard.push(error) });
  logger?.error?.("INVALID_CALLBACK_URL_ERROR", new Error("Invalid callback URL."));
  expect(heard.map(({ status }) => status)).toEqual([400]);
});
