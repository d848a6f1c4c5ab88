import { db } from "@/lib/db";

const stored = /<img src="\/media\/([0-9a-f]{64})\.[a-z0-9]{1,5}"(?![^>]* width=)/g;

/** Gives the pictures in an article's HTML, as `articleHtml` made it, their width and height, so that no word moves when one arrives. */
export async function withPictureSizes(html: string): Promise<string> {
  const hashes = new Set(Array.from(html.matchAll(stored), ([, hash = ""]) => hash));
  if (hashes.size === 0) return html;
  const pictures = await db.picture.findMany({
    where: { hash: { in: [...hashes] } },
    select: { hash: true, width: true, height: true },
  });
  const sizes = new Map(pictures.map(({ hash, width, height }) => [hash, ` width="${width}" height="${height}"`]));
  return html.replace(stored, (tag, hash: string) => `${tag}${sizes.get(hash) ?? ""}`);
}
