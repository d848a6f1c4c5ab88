import { createHash } from "node:crypto";
import {
  type Admin,
  type Author,
  type Editor,
  isAdmin,
  isAuthor,
  isEditor,
  isMember,
  isModerator,
  type Member,
  type Moderator,
  type Viewer,
} from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { newId } from "@/lib/ids";
import { articleHtml, commentHtml } from "@/lib/markdown";
import { viewerOf } from "@/lib/session";
import type { Account, Article, Comment } from "@/prisma/generated/client";
import type { AccountStatus, CommentPolicy, CommentStatus, Role } from "@/prisma/generated/enums";

// Rows in any state for tests: what a mutation would refuse to make (a comment of last year, a removed one) can be made here.

let made = 0;

/** A row of `accounts`; nobody knows its password. */
export async function makeAccount(given: Partial<Account> = {}): Promise<Account> {
  const number = ++made;
  return db.account.create({
    data: {
      id: newId(),
      email: `person-${number}@${given.status === "closed" ? "account.invalid" : "example.org"}`,
      handle: `person-${number}`,
      name: `Person ${number}`,
      passwordHash: "no password opens this",
      createdAt: now(),
      ...given,
    },
  });
}

async function makePerson<Who extends Viewer>(
  may: (viewer: Viewer | null) => viewer is Who,
  role: Role,
  given: Partial<Account>,
): Promise<Who> {
  const { id } = await makeAccount({ role, ...given });
  const viewer = await viewerOf(id);
  if (may(viewer)) return viewer;
  throw new Error(`A ${role} with ${JSON.stringify(given)} is not who a mutation would take.`);
}

/** Somebody who may act, with the proof that mutations demand. A reader has nothing published yet, so is not trusted. */
export const makeReader = (given: Partial<Account> = {}): Promise<Member> => makePerson(isMember, "reader", given);
/** A reader whose comments are published at once. */
export const makeKnownReader = (given: Partial<Account> = {}): Promise<Member> =>
  makePerson(isMember, "reader", { publishedCount: 5, ...given });
export const makeAuthor = (given: Partial<Account> = {}): Promise<Author> => makePerson(isAuthor, "author", given);
export const makeEditor = (given: Partial<Account> = {}): Promise<Editor> => makePerson(isEditor, "editor", given);
export const makeModerator = (given: Partial<Account> = {}): Promise<Moderator> =>
  makePerson(isModerator, "moderator", given);
export const makeAdmin = (given: Partial<Account> = {}): Promise<Admin> => makePerson(isAdmin, "admin", given);

/** Somebody signed in who may not write. */
export async function makeSilenced(status: Exclude<AccountStatus, "active">): Promise<Viewer> {
  const viewer = await viewerOf((await makeAccount({ status })).id);
  if (viewer) return viewer;
  throw new Error("The account that was just made is not there.");
}

interface GivenArticle extends Partial<Omit<Article, "commentPolicy">> {
  commentPolicy?: CommentPolicy;
  authors?: readonly { id: string }[];
}

/** A published article by an author of its own, unless told otherwise. */
export async function makeArticle({ authors, ...given }: GivenArticle = {}): Promise<Article> {
  const number = ++made;
  const body = given.body ?? "Bread costs two prices.\n\nThe second is paid later.";
  const by = authors ?? [await makeAccount({ role: "author" })];
  return transaction(async () => {
    const words = { title: `Article ${number}`, standfirst: "What this is about.", ...given, body };
    const article = await db.article.create({
      data: {
        id: newId(),
        slug: `article-${number}`,
        status: "published",
        publishedAt: now(),
        html: articleHtml(body),
        wordCount: body.split(/\s+/).length,
        searchText: `${words.title} ${words.standfirst} ${body}`,
        ...words,
        authors: { create: by.map(({ id }, position) => ({ accountId: id, position })) },
      },
    });
    const { revision, title, standfirst } = article;
    await db.articleRevision.create({ data: { articleId: article.id, revision, title, standfirst, body } });
    return article;
  });
}

interface GivenComment extends Partial<Omit<Comment, "status" | "held" | "screened">> {
  status?: CommentStatus;
  article?: { id: string };
  parent?: { id: string; articleId: string; depth: number };
  author?: { id: string };
}

/** A published comment by a reader of its own under an article of its own, unless told otherwise. Counters are kept. */
export async function makeComment({ article, parent, author, ...given }: GivenComment = {}): Promise<Comment> {
  const body = given.body ?? `The second price is the dearer one, says comment ${++made}.`;
  const authorId = (author ?? (await makeAccount())).id;
  const articleId = parent?.articleId ?? (article ?? (await makeArticle())).id;
  return transaction(async () => {
    const comment = await db.comment.create({
      data: {
        id: newId(),
        articleId,
        authorId,
        parentId: parent?.id ?? null,
        depth: parent ? parent.depth + 1 : 0,
        body,
        html: commentHtml(body),
        bodyHash: createHash("sha256").update(body).digest("hex"),
        status: "published",
        createdAt: now(),
        ...given,
      },
    });
    if (comment.status === "published") await count(comment);
    return comment;
  });
}

async function count({ articleId, authorId, parentId }: Comment): Promise<void> {
  const one = { increment: 1 };
  await db.article.update({ where: { id: articleId }, data: { commentCount: one } });
  if (authorId) await db.account.update({ where: { id: authorId }, data: { publishedCount: one } });
  if (parentId) await db.comment.update({ where: { id: parentId }, data: { replyCount: one } });
}
