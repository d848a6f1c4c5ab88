import { beforeEach, expect, test } from "vitest";
import { ignorePerson } from "@/lib/accounts/mutations";
import { ignoredBy, isIgnoring } from "@/lib/accounts/queries";
import type { Viewer } from "@/lib/actor";
import { now } from "@/lib/clock";
import { viewerState } from "@/lib/comments/viewer-state";
import {
  makeAdmin,
  makeArticle,
  makeAuthor,
  makeComment,
  makeEditor,
  makeModerator,
  makeReader,
} from "@/prisma/factories";
import { emptyDatabase, refused, sql } from "@/prisma/testing";

beforeEach(emptyDatabase);

test("one ignores somebody, however often one asks, and hears them again", async () => {
  const [me, person] = [await makeReader(), await makeReader({ name: "Ben" })];
  await Promise.all(Array.from({ length: 10 }, () => ignorePerson(me, person.handle, true)));
  expect(await ignoredBy(me)).toEqual([{ handle: person.handle, name: "Ben", avatarUrl: null }]);
  expect(await isIgnoring(me, person.id)).toBe(true);
  expect(await isIgnoring(person, me.id)).toBe(false);
  await ignorePerson(me, person.handle, false);
  await ignorePerson(me, person.handle, false);
  expect(await ignoredBy(me)).toEqual([]);
});

test("nobody ignores themselves, nor nobody; staff can be ignored like anybody", async () => {
  const me = await makeReader();
  await expect(ignorePerson(me, me.handle, true)).rejects.toEqual(refused("forbidden"));
  await expect(ignorePerson(me, "nobody", true)).rejects.toEqual(refused("not_found"));
  const { handle } = await makeModerator();
  expect(await ignorePerson(me, handle, true)).toEqual({ handle, ignored: true });
});

test("nobody ignores more than a thousand people", async () => {
  const me = await makeReader();
  const [one, another] = [await makeReader(), await makeReader()];
  await ignorePerson(me, one.handle, true);
  await sql(
    `INSERT INTO accounts (id, email, handle, name, "passwordHash")
     SELECT gen_random_uuid(), 'many-' || n || '@example.org', 'many-' || n, 'Many', '' FROM generate_series(1, 999) n`,
  );
  await sql(`INSERT INTO ignores ("accountId", "personId") SELECT $1, id FROM accounts WHERE handle LIKE 'many-%'`, [
    me.id,
  ]);
  await expect(ignorePerson(me, another.handle, true)).rejects.toEqual(refused("conflict"));
  // One that is ignored already stays so, and can be heard again.
  await ignorePerson(me, one.handle, false);
  await ignorePerson(me, another.handle, true);
});

test("a thread tells only of those ignored who are heard in it", async () => {
  const [me, here, elsewhere] = [await makeReader(), await makeReader(), await makeReader()];
  const article = await makeArticle();
  await makeComment({ article, author: here });
  await makeComment({ author: elsewhere });
  await makeComment({ article, author: elsewhere, status: "pending" });
  for (const { handle } of [here, elsewhere]) await ignorePerson(me, handle, true);
  expect((await viewerState(article.slug, me, now())).ignored).toEqual([here.handle]);
});

test("a thread tells its authors and editors that they may choose, and nobody else", async () => {
  const author = await makeAuthor();
  const { slug } = await makeArticle({ authors: [author] });
  const can = async (viewer: Viewer) => (await viewerState(slug, viewer, now())).can;
  for (const who of [author, await makeEditor(), await makeAdmin()])
    expect(await can(who)).toEqual({ pick: true, pin: true });
  for (const who of [await makeReader(), await makeAuthor(), await makeModerator()])
    expect(await can(who)).toEqual({ pick: false, pin: false });
});
