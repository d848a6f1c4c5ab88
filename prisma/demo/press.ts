import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { system } from "@/lib/actor";
import { changeArticle, createArticle, publishArticle } from "@/lib/articles/mutations";
import { after, day, minute } from "@/lib/clock";
import { storePicture } from "@/lib/pictures";
import { authorAt, type Cast } from "@/prisma/demo/cast";
import { drawings, raster } from "@/prisma/demo/drawings/gallery";
import type { DemoPiece } from "@/prisma/demo/pieces";

/** A piece on the front page. */
export interface Printed {
  piece: DemoPiece;
  id: string;
  revision: number;
  body: string;
  publishedAt: Date;
}

/** The Markdown of a piece, as written: `demo:{drawing}` stands where the address of a picture will. */
export async function wordsOf(slug: string): Promise<string> {
  return readFile(join(process.cwd(), "prisma/demo/articles", `${slug}.md`), "utf8");
}

/** Puts every drawing on the shelf; gives their addresses by name. */
export async function storeDrawings(now: Date): Promise<ReadonlyMap<string, string>> {
  const entries = [...drawings].map(async ([name, draw]) => {
    const { url } = await storePicture(system(now), await raster(draw));
    return [name, url] as const;
  });
  return new Map(await Promise.all(entries));
}

function addressOf(pictures: ReadonlyMap<string, string>, drawing: string): string {
  const url = pictures.get(drawing);
  if (url) return url;
  throw new Error(`There is no drawing called ${drawing}.`);
}

/** Writes a piece the day before, and publishes it when its time has come. */
export async function print(
  cast: Cast,
  pictures: ReadonlyMap<string, string>,
  piece: DemoPiece,
  now: Date,
): Promise<Printed> {
  const { slug, title, standfirst, section, tags, lang, policy } = piece;
  const publishedAt = after(now, -piece.age * minute);
  const { drawing, ...about } = piece.picture;
  const words = await wordsOf(slug);
  const body = words.replace(/demo:([a-z-]+)/g, (_mark, name: string) => addressOf(pictures, name));
  const { id, revision } = await createArticle(authorAt(cast, piece.author, after(publishedAt, -day)), {
    ...{ slug, title, standfirst, section, lang, body },
    tags: [...tags],
    picture: { url: addressOf(pictures, drawing), ...about },
    commentPolicy: policy,
  });
  await publishArticle(authorAt(cast, piece.author, publishedAt), id);
  return { piece, id, revision, body, publishedAt };
}

/** What its author did to a piece after it came out: a correction under it, a thread that was closed. */
export async function lookAfter(cast: Cast, { piece, id, revision, body, publishedAt }: Printed): Promise<void> {
  const { author, correction, closedAt } = piece;
  if (correction) {
    const by = authorAt(cast, author, after(publishedAt, correction.at * minute));
    await changeArticle(by, id, { body: `${body.trimEnd()}\n\n${correction.words}\n`, revision });
  }
  if (closedAt !== undefined) {
    const by = authorAt(cast, author, after(publishedAt, closedAt * minute));
    await changeArticle(by, id, { commentPolicy: "closed" });
  }
}

/** Something on the desk that is not finished. */
export async function beginDraft(cast: Cast, now: Date): Promise<void> {
  const slug = "what-the-dredger-knows";
  await createArticle(authorAt(cast, "hester", after(now, -2 * day)), {
    slug,
    title: "What the dredger knows",
    standfirst: "She has moved the same mud for thirty years. A portrait of a river, by its servant.",
    section: "Economy",
    tags: ["Public money", "Islands"],
    body: await wordsOf(slug),
  });
}
