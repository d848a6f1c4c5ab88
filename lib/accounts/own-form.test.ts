import { expect, it } from "vitest";
import { savedPart, viewerForm } from "@/lib/accounts/own-form";
import { ownAccountSchema } from "@/lib/accounts/schema";

it("leaves out what was sent empty and changes nothing by it", () => {
  expect(viewerForm({ part: "email", email: "", currentPassword: "" })).toEqual({});
});

it("keeps a name or biography that was emptied, so that the one is refused and the other taken", () => {
  const read = viewerForm({ part: "profile", name: "", handle: "wren", bio: "", avatar: "" });
  expect(read).toEqual({ name: "", handle: "wren", bio: "" });
  expect(ownAccountSchema.safeParse(read).error?.issues.map(({ path }) => path[0])).toEqual(["name", "name"]);
});

it("takes the portrait away where that is ticked", () => {
  expect(viewerForm({ part: "profile", removeAvatar: "1" })).toEqual({ avatar: null });
});

it("sets nothing by accident", () => {
  expect(ownAccountSchema.safeParse(viewerForm({ role: "admin" })).success).toBe(false);
});

it("knows which of the forms was sent", () => {
  const parts = ["password", "email", "//evil", ""].map((part) => savedPart({ part }));
  expect(parts).toEqual(["password", "email", "profile", "profile"]);
});
