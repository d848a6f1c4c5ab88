import { afterEach, describe, expect, test } from "vitest";
import { keepPreview, saveForm, storeUpload, withPicture } from "@/lib/articles/desk-form";
import { fieldsOf, readForm } from "@/lib/articles/form-fields";
import { createArticle } from "@/lib/articles/mutations";
import { deskArticle } from "@/lib/articles/queries";
import { articleForm } from "@/lib/articles/schema";
import { db } from "@/lib/db";
import { keptForm } from "@/lib/drafts";
import { makeAuthor } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

afterEach(emptyDatabase);

const form = (fields: Record<string, string>) => articleForm.parse(readForm(fields));

async function draftOf(title = "One") {
  const ada = await makeAuthor();
  const { id } = await createArticle(ada, { title, body: "old", tags: ["Trade"], section: "Economy" });
  return { ada, id };
}

describe("the editor's form", () => {
  test("sent back as it was shown changes no word", async () => {
    const { ada, id } = await draftOf();
    const article = await deskArticle(ada, id);
    if (!article) throw new Error("The draft is not there.");
    const { authors: _authors, ...fields } = fieldsOf(article);
    await saveForm(ada, id, form(fields));
    const { updatedAt: _before, ...before } = article;
    expect(await deskArticle(ada, id)).toMatchObject(before);
  });

  test("saves and publishes, both or neither", async () => {
    const { ada, id } = await draftOf();
    await expect(saveForm(ada, id, form({ body: "new", revision: "1", act: "schedule" }))).rejects.toMatchObject({
      code: "invalid",
      extras: { errors: [{ path: "at" }] },
    });
    expect(await deskArticle(ada, id)).toMatchObject({ body: "old", revision: 1 });
    await saveForm(ada, id, form({ body: "new", revision: "1", act: "publish" }));
    expect(await deskArticle(ada, id)).toMatchObject({ body: "new", revision: 2, status: "published" });
    await saveForm(ada, id, form({ act: "unpublish" }));
    await saveForm(ada, id, form({ act: "archive" }));
    expect(await deskArticle(ada, id)).toMatchObject({ status: "archived" });
  });

  test("takes a day and time as UTC", async () => {
    const { ada, id } = await draftOf();
    await saveForm(ada, id, form({ act: "schedule", at: "2100-05-01T08:30" }));
    expect(await deskArticle(ada, id)).toMatchObject({
      status: "scheduled",
      publishedAt: new Date("2100-05-01T08:30:00Z"),
    });
    for (const at of ["tomorrow", "2100-13-45T99:99", "2300-01-01T00:00"])
      expect(articleForm.safeParse({ act: "schedule", at }).success).toBe(false);
  });

  test("empties tags that are emptied, and leaves what it did not send", async () => {
    const { ada, id } = await draftOf();
    await saveForm(ada, id, form({ title: "One" }));
    expect((await deskArticle(ada, id))?.tags).toHaveLength(1);
    await saveForm(ada, id, form({ tags: " , " }));
    expect(await deskArticle(ada, id)).toMatchObject({ tags: [], section: "Economy" });
  });

  test("keeps the words of a preview for the browser that typed them, and saves none", async () => {
    const { ada, id } = await draftOf();
    const draft = await keepPreview(ada, id, form({ body: "not yet", tags: "a, b", revision: "1" }), undefined);
    expect(await keptForm(draft.id, draft.token)).toMatchObject({
      fields: { body: "not yet", tags: "a, b", revision: "1" },
    });
    expect(await keptForm(draft.id, "another browser")).toBeNull();
    expect(await deskArticle(ada, id)).toMatchObject({ body: "old" });
    await expect(keepPreview(await makeAuthor(), id, form({}), undefined)).rejects.toMatchObject({ code: "not_found" });
  });

  test("stores the picture that came with it, and refuses what is none", async () => {
    const ada = await makeAuthor();
    const gif = Buffer.from("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=", "base64");
    const held = await withPicture(ada, form({ pictureAlt: "A dot", pictureUrl: "" }), new File([gif], "../x.svg"));
    expect(held.picture).toMatchObject({ url: expect.stringMatching(/^\/media\/[0-9a-f]{64}\.webp$/), alt: "A dot" });
    expect(await db.picture.count()).toBe(1);
    await expect(withPicture(ada, form({}), new File(["<svg/>"], "x.png"))).rejects.toMatchObject({ code: "invalid" });
    await expect(storeUpload(ada, {})).rejects.toMatchObject({ code: "invalid" });
    await expect(storeUpload(ada, { url: "http://127.0.0.1/x.png" })).rejects.toMatchObject({ code: "invalid" });
  });
});
