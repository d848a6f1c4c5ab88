import { describe, expect, test } from "vitest";
import { articleInput } from "@/lib/articles/schema";
import { countWords } from "@/lib/articles/words";
import { maxBody, maxLinks, maxNesting } from "@/lib/comments/limits";
import { articleHtml, readComment } from "@/lib/markdown";
import { drawings, portraits } from "@/prisma/demo/drawings/gallery";
import { person, personKeys, readerKeys } from "@/prisma/demo/people";
import { pieces } from "@/prisma/demo/pieces";
import { wordsOf } from "@/prisma/demo/press";
import { type DemoComment, placed } from "@/prisma/demo/thread";

const everything = pieces.flatMap((piece) => placed(piece.thread).map((place) => ({ piece, ...place })));
const fates = (kind: string) => everything.filter(({ comment }) => comment.fate?.kind === kind);

describe("the pieces", () => {
  test("are eight with discussions and a new one without", () => {
    expect(pieces.filter(({ thread }) => thread.length > 0)).toHaveLength(8);
    const [newest, ...others] = [...pieces].sort((one, other) => one.age - other.age);
    expect(newest?.thread).toEqual([]);
    expect(newest?.age).toBeLessThan(6 * 60);
    expect(others.every(({ age }) => age > 2 * 24 * 60)).toBe(true);
  });

  test("cover every section", () => {
    expect(new Set(pieces.map(({ section }) => section))).toEqual(
      new Set(["Politics", "Economy", "Labour", "Cities", "Abroad", "Books"]),
    );
  });

  test("have one of 3,000 words, one in Arabic and one in Chinese", async () => {
    const counted = await Promise.all(
      pieces.map(async ({ slug, lang }) => ({ lang, words: countWords(articleHtml(await wordsOf(slug))) })),
    );
    expect(Math.max(...counted.map(({ words }) => words))).toBeGreaterThanOrEqual(3_000);
    expect(counted.find(({ lang }) => lang === "ar")?.words).toBeGreaterThan(500);
    expect(counted.find(({ lang }) => lang === "zh")?.words).toBeGreaterThan(500);
    expect(Math.min(...counted.map(({ words }) => words))).toBeGreaterThan(400);
  });

  test("use headings, pull quotations, lists, tables, footnotes and pictures in the text", async () => {
    const html = (await Promise.all(pieces.map(async ({ slug }) => articleHtml(await wordsOf(slug))))).join("");
    for (const form of ["<h2>", 'class="pull"', "<cite>", "<ul>", "<ol>", "<table>", "<figcaption>", 'class="note'])
      expect(html).toContain(form);
    expect((await wordsOf("the-boat-at-six")).match(/demo:/g)).toHaveLength(1);
  });

  test.each(pieces.map((piece) => [piece.slug, piece] as const))("%s keeps within the maxima", async (slug, piece) => {
    const { title, standfirst, section, tags, lang, picture } = piece;
    const { drawing: _drawing, ...about } = picture;
    const url = `/media/${"0".repeat(64)}.webp`;
    const given = {
      slug,
      title,
      standfirst,
      section,
      lang,
      tags,
      body: await wordsOf(slug),
      picture: { url, ...about },
    };
    expect(articleInput.safeParse(given).error).toBeUndefined();
  });

  test("each have a picture that is drawn, described, captioned and credited", async () => {
    for (const { slug, picture } of pieces) {
      expect(drawings.has(picture.drawing)).toBe(true);
      for (const words of [picture.alt, picture.caption, picture.credit]) expect(words).not.toBe("");
      for (const [, name = ""] of (await wordsOf(slug)).matchAll(/demo:([a-z-]+)/g))
        expect(drawings.has(name)).toBe(true);
    }
  });

  test("are written by four authors, each with a face and a biography", () => {
    const writers = new Set(pieces.map(({ author }) => author));
    expect(writers.size).toBe(4);
    for (const writer of writers) {
      expect(person(writer).role).toBe("author");
      expect(portraits.has(writer)).toBe(true);
      expect(person(writer).bio).toBeTruthy();
    }
  });
});

describe("the discussions", () => {
  test("are about 120 comments by 30 readers, every one of whom is heard", () => {
    expect(readerKeys).toHaveLength(30);
    expect(everything.length).toBeGreaterThanOrEqual(115);
    expect(everything.length).toBeLessThanOrEqual(135);
    const heard = new Set(everything.map(({ comment }) => comment.by));
    expect(readerKeys.filter((key) => !heard.has(key))).toEqual([]);
  });

  test("go eight deep and over weeks", () => {
    expect(Math.max(...everything.map(({ depth }) => depth + 1))).toBe(8);
    const ages = everything.map(({ piece, comment }) => piece.age - comment.at);
    expect(Math.max(...ages)).toBeGreaterThan(14 * 24 * 60);
  });

  test("have happened by now, in order, and by people who had signed up", () => {
    for (const { piece, comment, parent } of everything) {
      const { at, by, fate, reports = [], chosen = [] } = comment;
      const moments = [
        at,
        ...(fate && fate.kind !== "waiting" ? [fate.at] : []),
        ...reports.map((report) => report.at),
        ...chosen.map((choice) => choice.at),
      ];
      expect(Math.max(...moments)).toBeLessThan(piece.age);
      expect(Math.min(...moments)).toBe(at);
      expect(personKeys).toContain(by);
      expect(person(by).joined * 24 * 60).toBeGreaterThan(piece.age - at);
      if (parent) expect(at - parent.at).toBeGreaterThan(4);
    }
  });

  test("keep within the maxima of a comment", () => {
    for (const { comment } of everything) {
      const { links, nesting } = readComment(comment.body);
      expect([...comment.body].length).toBeLessThan(maxBody);
      expect(links).toBeLessThanOrEqual(maxLinks);
      expect(nesting).toBeLessThanOrEqual(maxNesting);
    }
  });

  test("have some that wait, some reported, some removed under living replies, one refused and one withdrawn", () => {
    const answered = ({ comment }: { comment: DemoComment }) => (comment.replies ?? []).length > 0;
    expect(fates("waiting").length).toBeGreaterThanOrEqual(5);
    expect(fates("removed").filter(answered).length).toBeGreaterThanOrEqual(3);
    expect(fates("rejected")).toHaveLength(1);
    expect(fates("withdrawn").filter(answered)).toHaveLength(1);
    const openly = everything.filter(({ comment }) => comment.reports && !comment.fate);
    expect(openly.length).toBeGreaterThanOrEqual(2);
  });

  test("have some that stand out, by the piece's author or an editor, and one pinned at most under a piece", () => {
    const choices = everything.flatMap(({ piece, comment, depth }) =>
      (comment.chosen ?? []).map((choice) => ({ piece, comment, depth, choice })),
    );
    expect(choices.filter(({ choice }) => choice.as === "pick").length).toBeGreaterThanOrEqual(5);
    for (const { piece, comment, choice } of choices) {
      expect([piece.author, "margit"]).toContain(choice.by);
      expect(choice.by).not.toBe(comment.by);
    }
    const pinned = choices.filter(({ choice }) => choice.as === "pin");
    expect(pinned.every(({ depth }) => depth === 0)).toBe(true);
    expect(new Set(pinned.map(({ piece }) => piece.slug)).size).toBe(pinned.length);
  });

  test("are answered in the language of the piece", () => {
    const under = (lang: string) =>
      everything.filter(({ piece }) => piece.lang === lang).map(({ comment }) => comment.body);
    expect(under("ar").filter((body) => /\p{Script=Arabic}/u.test(body)).length).toBeGreaterThanOrEqual(7);
    expect(under("zh").filter((body) => /\p{Script=Han}/u.test(body)).length).toBeGreaterThanOrEqual(7);
  });

  test("have no more votes on a comment than readers of longer standing", () => {
    for (const { comment } of everything) expect((comment.up ?? 0) + (comment.down ?? 0)).toBeLessThanOrEqual(25);
  });
});
