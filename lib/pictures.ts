import { createHash } from "node:crypto";
import sharp from "sharp";
import { type System, type Viewer, when } from "@/lib/actor";
import { db, Prisma } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { log } from "@/lib/log";
import { t } from "@/lib/messages";

export interface StoredPicture {
  file: string;
  url: string;
  width: number;
  height: number;
}

/** Bytes of an upload. */
export const maxPictureBytes = 15 * 1024 * 1024;
const maxPixels = 50_000_000;
/** The longest side of what is kept: twice the widest column. */
const maxSide = 2_400;
/** Decoding at once: each may hold 200 MB for a moment. */
const maxAtOnce = 1;
const maxWaiting = 20;
const maxSeconds = 30;

const readable = new Set(["png", "jpeg", "webp", "gif", "heif"]);

sharp.cache(false);
sharp.concurrency(1);

let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= maxAtOnce) {
    if (waiting.length >= maxWaiting)
      throw new AppError("rate_limited", t("requests.fault.pictureMany"), { retryAfter: 5 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else working++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working--;
  }
}

/**
 * Decodes a picture (PNG, JPEG, WebP, AVIF, the first frame of a GIF; what it is, its bytes say), turns it upright, and stores it encoded anew
 * as WebP, at most 2,400 pixels wide and high, without metadata, under the SHA-256 of the new bytes.
 * Its dimensions are read before it is decoded. Throws `too_large` above 15 MB or 50 megapixels, `invalid` for anything that is no such picture.
 */
export async function storePicture(by: Viewer | System, bytes: Uint8Array): Promise<StoredPicture> {
  if (bytes.byteLength > maxPictureBytes)
    throw new AppError("too_large", t("requests.fault.pictureLarge", { size: maxPictureBytes / 1024 / 1024 }));
  const { data, info } = await encodedAnew(Buffer.from(bytes));
  const hash = createHash("sha256").update(data).digest("hex");
  await db.picture.createMany({
    data: {
      hash,
      ext: "webp",
      width: info.width,
      height: info.height,
      bytes: new Uint8Array(data),
      createdBy: by.kind === "person" ? by.id : null,
      createdAt: when(by),
    },
    skipDuplicates: true,
  });
  return { file: `${hash}.webp`, url: `/media/${hash}.webp`, width: info.width, height: info.height };
}

const notAPicture = () => invalid("picture", t("requests.fault.picture"));

const open = { failOn: "error", pages: 1, autoOrient: true } as const;

async function encodedAnew(bytes: Buffer) {
  try {
    await requireReadable(bytes);
    return await inTurn(() =>
      sharp(bytes, { ...open, limitInputPixels: maxPixels })
        .timeout({ seconds: maxSeconds })
        .resize({ width: maxSide, height: maxSide, fit: "inside", withoutEnlargement: true })
        .webp({ quality: 84, effort: 3, smartSubsample: true })
        .toBuffer({ resolveWithObject: true }),
    );
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    log.info({ err: thrown instanceof Error ? thrown.message : "unknown" }, "a picture could not be read");
    throw notAPicture();
  }
}

/** Reads the head of the file only: a bomb is refused before any pixel of it is decoded. */
async function requireReadable(bytes: Buffer): Promise<void> {
  if (!looksReadable(bytes)) throw notAPicture();
  const { format, compression, width, height } = await sharp(bytes, { ...open, limitInputPixels: false }).metadata();
  if (!readable.has(format) || (format === "heif" && compression !== "av1")) throw notAPicture();
  if (width * height > maxPixels)
    throw new AppError("too_large", t("requests.fault.picturePixels", { size: maxPixels / 1_000_000 }));
}

/** The allow-list of loaders, by the first bytes: SVG, PDF, TIFF and the rest never reach a decoder. */
function looksReadable(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, 16);
  return (
    start.startsWith("\x89PNG\r\n\x1a\n") ||
    start.startsWith("\xff\xd8\xff") ||
    /^GIF8[79]a/.test(start) ||
    /^RIFF....WEBP/s.test(start) ||
    /^....ftyp(avif|avis|mif1)/s.test(start)
  );
}

/** The bytes of a stored picture, or null. */
export async function pictureBytes(hash: string, ext: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await db.picture.findFirst({ where: { hash, ext }, select: { bytes: true } });
  return row?.bytes ?? null;
}

/** Width and height in pixels of a stored picture, by its address, so that a page can keep its place free; null for an unknown one. */
export async function pictureSize(url: string): Promise<{ width: number; height: number } | null> {
  const hash = /^\/media\/([0-9a-f]{64})\./.exec(url)?.[1];
  return hash ? db.picture.findUnique({ where: { hash }, select: { width: true, height: true } }) : null;
}

/** Whether a picture is stored and, if told, by whom. It stays until the ambient transaction ends. */
export async function isStored(file: string, uploader: string | null = null): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 AS stored FROM pictures WHERE hash = ${hashIn(file)} AND hash || '.' || ext = ${file}
      AND (${uploader}::uuid IS NULL OR "createdBy" = ${uploader}::uuid) FOR KEY SHARE`;
  return rows.length > 0;
}

const hashIn = (file: string) => file.split(".")[0] ?? "";

/** Deletes a portrait that its owner has just taken off, as `forgetPictures` does. */
export async function forgetPortrait(ownerId: string, file: string): Promise<void> {
  await forget(ownerId, Prisma.sql`p.hash = ${hashIn(file)} AND ${orNobodys(ownerId)}`);
}

/**
 * Deletes every picture that somebody uploaded, and the portrait that they wore last, in the caller's transaction: they closed their account. What
 * another wears, a piece shows or showed, or stands as the logo, stays. Called when they wear none any more.
 */
export async function forgetPictures(ownerId: string, portrait: string | null): Promise<void> {
  const worn = Prisma.sql`p.hash = ${hashIn(portrait ?? "")} AND ${orNobodys(ownerId)}`;
  await forget(ownerId, Prisma.sql`p."createdBy" = ${ownerId}::uuid OR (${worn})`);
}

/** Uploaded by them, or by nobody who is still here: the same bytes are stored once, whoever brings them. */
const orNobodys = (ownerId: string) => Prisma.sql`(p."createdBy" = ${ownerId}::uuid OR NOT EXISTS (
  SELECT 1 FROM accounts uploader WHERE uploader.id = p."createdBy" AND uploader.status <> 'closed'))`;

async function forget(ownerId: string, which: Prisma.Sql): Promise<void> {
  // Locked first: whoever is putting one of them on, or into a piece, is waited for, and then seen by the statement after.
  const locked = await db.$queryRaw<
    { hash: string }[]
  >`SELECT p.hash FROM pictures p WHERE ${which} ORDER BY p.hash FOR UPDATE`;
  const hashes = locked.map(({ hash }) => hash);
  if (hashes.length === 0) return;
  await db.$executeRaw`
    DELETE FROM pictures p WHERE p.hash = ANY(${hashes}::text[])
      AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.avatar = p.hash || '.' || p.ext)
      AND NOT EXISTS (SELECT 1 FROM articles a WHERE pictures_in(coalesce(a."pictureUrl", '') || ' ' || a.body) @> ARRAY[p.hash])
      AND NOT EXISTS (SELECT 1 FROM article_revisions r WHERE pictures_in(r.body) @> ARRAY[p.hash])
      AND NOT EXISTS (SELECT 1 FROM settings WHERE position(p.hash IN logo) > 0)`;
  // What stays is theirs no more if another wears it, who brought the same bytes: it goes when they take it off.
  await db.$executeRaw`
    UPDATE pictures p SET "createdBy" = a.id FROM accounts a
    WHERE p.hash = ANY(${hashes}::text[]) AND a.avatar = p.hash || '.' || p.ext AND a.id <> ${ownerId}::uuid`;
}
