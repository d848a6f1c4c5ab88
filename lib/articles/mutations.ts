import { type Author, type System, type Viewer, when } from "@/lib/actor";
import { authorIds } from "@/lib/articles/byline";
import { conflictWith, type Loaded, load, loadForChange } from "@/lib/articles/loaded";
import { canTake, type Step } from "@/lib/articles/policy";
import type { ArticleChange, ArticleInput } from "@/lib/articles/schema";
import { firstFree, lockSlugs, slugFrom, slugsTaken } from "@/lib/articles/slug";
import { pictureColumns, requirePicture, type Words, written } from "@/lib/articles/written";
import { second } from "@/lib/clock";
import { db, Prisma, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { record } from "@/lib/events";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs";
import { t } from "@/lib/messages";
import { siteSettings } from "@/lib/settings";

export interface Saved {
  id: string;
  slug: string;
  revision: number;
}

/**
 * Begins a draft. Its address comes from the title unless one is given; its authors are `by` unless an editor names others.
 * Throws `conflict` for an address that is taken, `invalid` for an unknown picture or author, `forbidden` for authors named by no editor.
 */
export async function createArticle(by: Author, input: ArticleInput): Promise<Saved> {
  const id = newId();
  const words = { title: input.title, standfirst: input.standfirst ?? "", body: input.body ?? "" };
  const derived = await written(words);
  return transaction(async () => {
    const settings = await siteSettings();
    const authors = await authorIds(by, input.authors, [by.id]);
    await requirePicture(input.picture);
    const slug = await freeSlug(id, input.slug, input.title, input.lang ?? settings.lang);
    await db.article.create({
      data: {
        id,
        slug,
        ...words,
        ...derived,
        lang: input.lang ?? settings.lang,
        section: input.section ?? "",
        commentPolicy: input.commentPolicy ?? settings.defaultCommentPolicy,
        ...pictureColumns(input.picture),
        createdAt: when(by),
        updatedAt: when(by),
        authors: { create: authors.map((accountId, position) => ({ accountId, position })) },
      },
      select: { id: true },
    });
    await keepRevision(by, id, 1, words);
    if (input.tags) await setTags(id, input.tags);
    await record(by, "article.created", id, { slug, title: input.title });
    return { id, slug, revision: 1 };
  });
}

/**
 * Changes what is given and leaves the rest. New words (title, standfirst, body) need the `revision` that they were based on:
 * `conflict` otherwise, with the newer words as `current` among the members of the problem. Each change of words is kept as a revision.
 */
export async function changeArticle(by: Author, id: string, change: ArticleChange): Promise<Saved> {
  return transaction(async () => {
    const article = await loadForChange(by, id);
    const words = {
      title: change.title ?? article.title,
      standfirst: change.standfirst ?? article.standfirst,
      body: change.body ?? article.body,
    };
    const changed =
      words.title !== article.title || words.standfirst !== article.standfirst || words.body !== article.body;
    if (changed && change.revision !== article.revision) throw await conflictWith(article);
    const revision = changed ? article.revision + 1 : article.revision;

    await setAuthors(by, article, change.authors);
    await requirePicture(change.picture);
    const slug = await changedSlug(article, change.slug);
    await db.article.update({
      where: { id },
      data: {
        slug,
        revision,
        ...(changed && { ...words, ...(await written(words)) }),
        ...(changed && article.status === "published" && { correctedAt: when(by) }),
        lang: change.lang,
        section: change.section,
        commentPolicy: change.commentPolicy,
        ...(change.picture !== undefined && pictureColumns(change.picture)),
        updatedAt: when(by),
      },
      select: { id: true },
    });
    if (changed) await keepRevision(by, id, revision, words);
    if (change.tags) await setTags(id, change.tags);
    await record(by, "article.changed", id, {
      revision,
      fields: Object.keys(change).filter((key) => key !== "revision"),
    });
    return { id, slug, revision };
  });
}

/**
 * Publishes now, or at a future moment. It keeps the date of its first publication. One that is published already stays so;
 * giving it a future moment is `conflict`.
 */
export async function publishArticle(by: Author, id: string, { at }: { at?: Date } = {}): Promise<void> {
  await transaction(async () => {
    const article = await loadForChange(by, id);
    const moment = when(by);
    if (at && at.getTime() > moment.getTime() + second) return schedule(by, article, at);
    if (article.status !== "published") await makePublic(by, article, moment);
  });
}

async function schedule(by: Author, article: Loaded, at: Date): Promise<void> {
  requireStep("schedule", article);
  await db.article.update({
    where: { id: article.id },
    data: { status: "scheduled", publishedAt: at, updatedAt: when(by) },
    select: { id: true },
  });
  await enqueueDue(article.id, at);
  await record(by, "article.scheduled", article.id, { at: at.toISOString() });
}

async function enqueueDue(articleId: string, runAt: Date): Promise<void> {
  await enqueue("publish_due", { articleId }, { runAt, key: `publish:${articleId}` });
}

async function makePublic(by: Author | System, article: Loaded, moment: Date): Promise<void> {
  requireStep("publish", article);
  const before = article.status === "scheduled" ? null : article.publishedAt;
  const publishedAt = before && before < moment ? before : moment;
  await db.article.update({
    where: { id: article.id },
    data: { status: "published", publishedAt, updatedAt: when(by) },
    select: { id: true },
  });
  await record(by, "article.published", article.id, { slug: article.slug });
}

/** Publishes an article whose scheduled moment has come by the clock of `by`; anything else it leaves alone, so it may run twice. */
export async function publishDue(by: System, articleId: string): Promise<void> {
  await transaction(async () => {
    const article = await load(articleId);
    if (article?.status !== "scheduled" || !article.publishedAt) return;
    // The clock of Postgres, which started the job, may be ahead of ours.
    if (article.publishedAt > by.at) return enqueueDue(article.id, article.publishedAt);
    await makePublic(by, article, article.publishedAt);
  });
}

/** Takes an article back to a draft: readers get 404, its thread is kept. A scheduled one loses its date. */
export async function unpublishArticle(by: Author, id: string): Promise<void> {
  await step(by, id, "unpublish", "draft", "article.unpublished");
}

/** Puts an article away: as unpublished, and out of the list of drafts. */
export async function archiveArticle(by: Author, id: string): Promise<void> {
  await step(by, id, "archive", "archived", "article.archived");
}

async function step(
  by: Author,
  id: string,
  taken: Step,
  status: "draft" | "archived",
  type: "article.unpublished" | "article.archived",
): Promise<void> {
  await transaction(async () => {
    const article = await loadForChange(by, id);
    if (article.status === status) return;
    requireStep(taken, article);
    await db.article.update({
      where: { id },
      data: { status, updatedAt: when(by), ...(article.status === "scheduled" && { publishedAt: null }) },
      select: { id: true },
    });
    await record(by, type, id, { from: article.status });
  });
}

/** Adds `delta` to the published comments of an article, in the transaction of the comment. Never touches its dates. */
export async function countComments(articleId: string, delta: number): Promise<void> {
  await db.$executeRaw`UPDATE articles SET "commentCount" = "commentCount" + ${delta}::int WHERE id = ${articleId}::uuid`;
}

/** One more published comment, as a part of a statement that posts it: once if `source` (a CTE) has a row. */
export function countingComments(articleId: string, source: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    UPDATE articles SET "commentCount" = "commentCount" + 1 FROM ${source}
    WHERE articles.id = ${articleId}::uuid RETURNING articles.id`;
}

async function keepRevision(by: Viewer, articleId: string, revision: number, words: Words): Promise<void> {
  await db.articleRevision.create({
    data: { articleId, revision, ...words, savedById: by.id, savedAt: when(by) },
    select: { revision: true },
  });
}

function requireStep(taken: Step, article: Loaded): void {
  if (canTake(taken, article)) return;
  throw new AppError("conflict", t("articles.fault.step", { status: article.status }));
}

async function freeSlug(id: string, wanted: string | undefined, title: string, lang: string): Promise<string> {
  const base = wanted ?? slugFrom(title, lang.slice(0, 2).toLowerCase());
  await lockSlugs();
  const taken = await slugsTaken(base, id);
  if (wanted === undefined) return firstFree(base, taken);
  if (!taken.has(wanted)) return wanted;
  const message = t("articles.fault.slugTaken");
  throw new AppError("conflict", message, { errors: [{ path: "slug", message }] });
}

/** The article's address from now on. One that readers may have seen stays its own and redirects for ever. */
async function changedSlug(article: Loaded, wanted: string | undefined): Promise<string> {
  if (wanted === undefined || wanted === article.slug) return article.slug;
  const slug = await freeSlug(article.id, wanted, article.title, article.lang);
  await db.oldSlug.deleteMany({ where: { slug, articleId: article.id } });
  if (article.publishedAt)
    await db.oldSlug.create({ data: { slug: article.slug, articleId: article.id }, select: { slug: true } });
  return slug;
}

async function setAuthors(by: Viewer, article: Loaded, handles: string[] | undefined): Promise<void> {
  const before = article.authors.map(({ accountId }) => accountId);
  const after = await authorIds(by, handles, before);
  if (after.join() === before.join()) return;
  await db.articleAuthor.deleteMany({ where: { articleId: article.id } });
  await db.articleAuthor.createMany({
    data: after.map((accountId, position) => ({ articleId: article.id, accountId, position })),
  });
}

async function setTags(articleId: string, names: readonly string[]): Promise<void> {
  const ids: string[] = [];
  if (names.length > 0) await lockSlugs();
  for (const name of names) ids.push(await tagId(name));
  await db.articleTag.deleteMany({ where: { articleId, tagId: { notIn: ids } } });
  for (const [position, tagId] of ids.entries())
    await db.articleTag.upsert({
      where: { articleId_tagId: { articleId, tagId } },
      create: { articleId, tagId, position },
      update: { position },
      select: { tagId: true },
    });
}

/** The tag of that name, whatever its capitals; made where there is none. Call under `lockSlugs`. */
async function tagId(name: string): Promise<string> {
  const [known] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM tags WHERE lower(name) = lower(${name}) ORDER BY id LIMIT 1`;
  if (known) return known.id;
  const base = slugFrom(name, "tag");
  const taken = await db.tag.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const slug = firstFree(base, new Set(taken.map((tag) => tag.slug)));
  return (await db.tag.create({ data: { id: newId(), slug, name }, select: { id: true } })).id;
}

/**
 * Takes somebody who leaves without their name from the bylines of drafts, in the caller's transaction; a draft that nobody else writes goes.
 * Throws `conflict` while their name stands over a piece that was published, or will be.
 */
export async function leaveBylines(accountId: string): Promise<void> {
  const bylines = await db.articleAuthor.findMany({
    where: { accountId },
    select: {
      articleId: true,
      article: { select: { status: true, publishedAt: true, _count: { select: { authors: true } } } },
    },
  });
  const standing = bylines.filter(({ article }) => article.status !== "draft" || article.publishedAt !== null);
  if (standing.length > 0) throw new AppError("conflict", t("accounts.fault.byline", { count: standing.length }));
  const own = bylines.filter(({ article }) => article._count.authors === 1).map(({ articleId }) => articleId);
  await db.articleAuthor.deleteMany({ where: { accountId } });
  await db.article.deleteMany({ where: { id: { in: own } } });
}
