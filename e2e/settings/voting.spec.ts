import { acting, one } from "../fixtures/crowd";
import { clientOf } from "../fixtures/people";
import { publishedPiece } from "../fixtures/pieces";
import { expect, test } from "../fixtures/test";

// After all others: what it changes is the whole publication's.

test("where a site votes up only there is no other button, and such a vote is refused", async ({ open }) => {
  const piece = await publishedPiece({ commentPolicy: "open" });
  const { id } = await acting(await one({ published: 5 }), async (client) =>
    (await client.post(`/api/v1/articles/${piece.slug}/comments`, { data: { body: "Vote on this." } })).json(),
  );
  const admin = await clientOf("admin");
  const stranger = await open();
  const comment = stranger.locator(`#comment-${id} > article`);
  try {
    await stranger.goto(`/articles/${piece.slug}`);
    await expect(comment.getByRole("button", { name: "Vote down" })).toBeVisible();
    expect((await admin.patch("/api/v1/admin/settings", { data: { voting: "up_only" } })).status()).toBe(200);
    // The settings are in every page: all of them are made anew.
    await stranger.goto(`/articles/${piece.slug}`);
    await expect(comment.getByRole("button", { name: "Vote up" })).toBeVisible();
    await expect(stranger.getByRole("button", { name: "Vote down" })).toHaveCount(0);
    await acting(await one(), async (client) => {
      const answer = await client.put(`/api/v1/comments/${id}/vote`, { data: { value: -1 } });
      expect(answer.status()).toBe(403);
      expect((await answer.json()).detail).toBe("Here one votes up, or not at all.");
      const form = await client.post(`/api/v1/comments/${id}/vote`, { form: { value: "-1" } });
      expect(form.status()).toBe(303);
      expect(form.headers().location).toContain(`/comments/${id}/mine?draft=`);
      expect((await client.put(`/api/v1/comments/${id}/vote`, { data: { value: 1 } })).status()).toBe(200);
    });
  } finally {
    await admin.patch("/api/v1/admin/settings", { data: { voting: "up_and_down" } });
  }
});
