import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { Role } from "../fixtures/people";
import type { Row, World } from "./routes";

export const roles = ["reader", "author", "editor", "moderator", "admin"] as const satisfies readonly Role[];

/** Who is signed in all the same, and may not call a row. */
export const tooLow: Partial<Record<Row["caller"], Role[]>> = {
  author: ["reader", "moderator"],
  editor: ["reader", "author", "moderator"],
  moderator: ["reader", "author", "editor"],
  admin: ["reader", "author", "editor", "moderator"],
};

export const isWrite = ({ method }: Row) => method !== "GET";

export function send(
  client: APIRequestContext,
  row: Row,
  world: World,
  data: unknown = row.body,
): Promise<APIResponse> {
  if (row.formOnly)
    return client.fetch(row.path(world), { method: row.method, form: { body: "Words.", value: "1", name: "Words" } });
  const json =
    data === undefined || !isWrite(row)
      ? {}
      : { data: JSON.stringify(data), headers: { "content-type": "application/json" } };
  return client.fetch(row.path(world), { method: row.method, ...json });
}
