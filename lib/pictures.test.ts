import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterEach, describe, expect, test } from "vitest";
import { GET } from "@/app/media/[file]/route";
import { system } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { pictureBytes, storePicture } from "@/lib/pictures";
import { makeAuthor } from "@/prisma/factories";
import { emptyDatabase } from "@/prisma/testing";

afterEach(emptyDatabase);

const by = system(now());
const drawn = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: { r: 14, g: 90, b: 68 } } });

async function kept(file: string): Promise<Buffer> {
  const [hash = "", ext = ""] = file.split(".");
  return Buffer.from((await pictureBytes(hash, ext)) ?? []);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A small file that says of itself that it is 65,535 pixels wide and high. */
function bomb(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(65_535, 0);
  head.writeUInt32BE(65_535, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(8_192 * 2_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("a picture", () => {
  for (const format of ["png", "jpeg", "webp", "avif", "gif"] as const) {
    test(`in ${format} is encoded anew under the hash of its new bytes`, async () => {
      const stored = await storePicture(by, await drawn().toFormat(format).toBuffer());
      expect(stored).toMatchObject({ width: 40, height: 30, url: `/media/${stored.file}` });
      const bytes = await kept(stored.file);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(stored.file.split(".")[0]);
      expect((await sharp(bytes).metadata()).format).toBe("webp");
    });
  }

  test("that is sent twice is one row, with the person who sent it first", async () => {
    const ada = await makeAuthor();
    const bytes = await drawn().png().toBuffer();
    const [first, second] = [await storePicture(ada, bytes), await storePicture(by, bytes)];
    expect(second.file).toBe(first.file);
    expect(await db.picture.findMany({ select: { createdBy: true } })).toEqual([{ createdBy: ada.id }]);
  });

  test("loses its metadata and what was hung onto its end, and is turned upright first", async () => {
    const exif = { IFD0: { ImageDescription: "<script>alert(1)</script>", Copyright: "secret place" } };
    const jpeg = await drawn().jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
    const polyglot = Buffer.concat([jpeg, Buffer.from("<script>alert(1)</script>")]);
    const stored = await storePicture(by, polyglot);
    expect(stored).toMatchObject({ width: 30, height: 40 });
    const bytes = await kept(stored.file);
    expect(bytes.includes("script")).toBe(false);
    expect(bytes.includes("secret")).toBe(false);
    expect(await sharp(bytes).metadata()).not.toHaveProperty("exif");
  });

  test("that is larger than any column is made smaller", async () => {
    const stored = await storePicture(by, await drawn(5_000, 2_500).png().toBuffer());
    expect(stored).toMatchObject({ width: 2_400, height: 1_200 });
  });

  test("that moves keeps its first frame alone", async () => {
    const frames = Buffer.concat([await drawn(8, 8).raw().toBuffer(), Buffer.alloc(8 * 8 * 3)]);
    const gif = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
      .gif()
      .toBuffer();
    const bytes = await kept((await storePicture(by, gif)).file);
    expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
  });
});

describe("what is no picture of the allowed kinds", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
  const files: Record<string, () => Buffer | Promise<Buffer>> = {
    "an SVG": () => Buffer.from(svg),
    "a page": () => Buffer.from("<!doctype html><script>alert(1)</script>"),
    "a page behind the first bytes of a PNG": () => Buffer.from("\x89PNG\r\n\x1a\n<script>alert(1)</script>", "latin1"),
    "a page that begins like a GIF": () => Buffer.from("GIF89a/*<script>*/=1;alert(1)"),
    "a PDF": () => Buffer.from("%PDF-1.7\n"),
    "a TIFF": () => drawn().tiff().toBuffer(),
    "half a JPEG": async () => (await drawn(400, 400).jpeg().toBuffer()).subarray(0, 700),
    nothing: () => Buffer.alloc(0),
  };
  for (const [name, file] of Object.entries(files)) {
    test(`${name} is refused and nothing is written`, async () => {
      await expect(storePicture(by, await file())).rejects.toMatchObject({ code: "invalid" });
      expect(await db.picture.count()).toBe(0);
    });
  }

  test("a bomb is refused by its head, twenty at once within two seconds", async () => {
    const bytes = bomb();
    const began = performance.now();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => storePicture(by, bytes)));
    expect(performance.now() - began).toBeLessThan(2_000);
    for (const answer of answers) expect(answer).toMatchObject({ reason: { code: "too_large" } });
  });

  test("a file above 15 MB is refused unread", async () => {
    await expect(storePicture(by, Buffer.alloc(15 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: "too_large" });
  });
});

describe("/media", () => {
  const get = (file: string, headers: Record<string, string> = {}) =>
    GET(new Request("http://localhost/media/x", { headers }), { params: Promise.resolve({ file }) });

  test("serves it for ever, as a picture and nothing else", async () => {
    const { file } = await storePicture(by, await drawn().png().toBuffer());
    const answer = await get(file);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    expect((await get(file, { "if-none-match": answer.headers.get("etag") ?? "" })).status).toBe(304);
  });

  test("answers 404 for everything else, under the same policy", async () => {
    const { file } = await storePicture(by, await drawn().png().toBuffer());
    const wrong = [
      "x",
      "../../etc/passwd",
      "..%2f..",
      `${"0".repeat(64)}.webp`,
      file.replace("webp", "png"),
      `${file}.svg`,
      "\u0000",
      file.toUpperCase(),
    ];
    for (const name of wrong) {
      const answer = await get(name);
      expect(answer.status).toBe(404);
      expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    }
  });
});
