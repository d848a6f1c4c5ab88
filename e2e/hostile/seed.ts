import { createAccount } from "@/lib/accounts/mutations";
import { nameSchema } from "@/lib/accounts/schema";
import { isAuthor, isMember, personAt, system, type Viewer } from "@/lib/actor";
import { createArticle, publishArticle } from "@/lib/articles/mutations";
import { articleInput } from "@/lib/articles/schema";
import { after, minute, now } from "@/lib/clock";
import { postComment } from "@/lib/comments/posting";
import { hostileStrings } from "./strings";

/** How many of the strings were stored and published in each place, and where they can be seen. */
export interface Seeded {
  strings: number;
  published: { comment: number; name: number; title: number; standfirst: number };
  /** Two hundred strings each, as comments and in the body. */
  pages: { id: string; slug: string }[];
  authors: string[];
}

const toAPage = 200;

const cut = (text: string, most: number) => [...text].slice(0, most).join("");
const chunks = <T>(all: readonly T[]) =>
  Array.from({ length: Math.ceil(all.length / toAPage) }, (_, page) => all.slice(page * toAPage, (page + 1) * toAPage));

/** A few at a time: the pool is small. */
async function each<T>(all: readonly T[], work: (one: T, place: number) => Promise<void>): Promise<void> {
  let next = 0;
  const line = async () => {
    for (let place = next++; place < all.length; place = next++) {
      const one = all[place];
      if (one !== undefined) await work(one, place);
    }
  };
  await Promise.all(Array.from({ length: 6 }, line));
}

/** Puts every string through the product's mutations as a name, a comment, a title and a standfirst. */
export async function seed(folder: string): Promise<Seeded> {
  const strings = hostileStrings(folder);
  const published = { comment: 0, name: 0, title: 0, standfirst: 0 };
  const pages: Seeded["pages"] = [];
  const authors: string[] = [];
  for (const [page, some] of chunks(strings).entries()) {
    const author = await person(`author-${page}`, `Author ${page}`, "author");
    authors.push(author.handle);
    pages.push(
      await piece(author, {
        title: `Two hundred strings, part ${page}`,
        body: some.join("\n\n"),
        commentPolicy: "open",
      }),
    );
    await each(some, async (text, place) => {
      const number = page * toAPage + place;
      const writer = await named(text, number, published);
      await attempt(async () => {
        await comment(writer, pages[page]?.id ?? "", text, number);
        published.comment++;
      });
      await attempt(async () => {
        await piece(author, { title: cut(text, 200), standfirst: cut(text, 500), body: "Zanzibar." });
        published.title++;
        published.standfirst++;
      });
    });
  }
  return { strings: strings.length, published, pages, authors };
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (refusal) {
    // What the contract refuses (an empty title, a NUL character) is not stored; the test counts what was.
    const told = refusal instanceof Error ? refusal.name : "";
    if (told !== "AppError" && told !== "ZodError" && told !== "$ZodError") throw refusal;
  }
}

async function named(text: string, number: number, published: { name: number }): Promise<Viewer> {
  let writer: Viewer | undefined;
  await attempt(async () => {
    writer = await person(`writer-${number}`, nameSchema.parse(cut(text, 80)), "reader");
    published.name++;
  });
  return writer ?? person(`writer-${number}`, `Writer ${number}`, "reader");
}

function person(handle: string, name: string, role: "author" | "reader"): Promise<Viewer> {
  return createAccount(system(now()), { email: `${handle}@example.org`, handle, name, role, passwordHash: "none" });
}

async function piece(author: Viewer, given: object): Promise<{ id: string; slug: string }> {
  if (!isAuthor(author)) throw new Error("Not an author.");
  const made = await createArticle(author, articleInput.parse(given));
  await publishArticle(author, made.id);
  return made;
}

/** Words that were said before under the same piece are one submission for ten minutes: each has a time of its own. */
async function comment(writer: Viewer, articleId: string, body: string, number: number): Promise<void> {
  const at = personAt(system(after(now(), -number * minute)), writer);
  if (!isMember(at)) throw new Error("Not a member.");
  await postComment(at, { articleId, body });
}
