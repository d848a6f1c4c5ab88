import { failed } from "@/lib/conditional-response";
import { notFound } from "@/lib/errors";
import { pictureBytes } from "@/lib/pictures";

export const dynamic = "force-dynamic";

const shape = /^([0-9a-f]{64})\.(webp|png|jpg)$/;
const types: Record<string, string> = { webp: "image/webp", png: "image/png", jpg: "image/jpeg" };
/** Nothing in a picture may act, however it is opened. */
const inert = { "content-security-policy": "default-src 'none'; sandbox", "x-content-type-options": "nosniff" };

/** A stored picture. Its name is the hash of its bytes, so it never changes. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  try {
    const [, hash = "", ext = ""] = shape.exec((await params).file) ?? [];
    const bytes = hash ? await pictureBytes(hash, ext) : null;
    if (!bytes) throw notFound();
    const headers = {
      ...inert,
      "content-type": types[ext] ?? "application/octet-stream",
      "content-disposition": `inline; filename="${hash.slice(0, 16)}.${ext}"`,
      "cache-control": "public, max-age=31536000, immutable",
      etag: `"${hash.slice(0, 32)}"`,
      // Feed readers and previews of other sites show them.
      "cross-origin-resource-policy": "cross-origin",
    };
    if (request.headers.get("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
    return new Response(bytes, { headers: { ...headers, "content-length": String(bytes.byteLength) } });
  } catch (thrown) {
    const answer = failed(request, thrown);
    for (const [name, value] of Object.entries(inert)) answer.headers.set(name, value);
    return answer;
  }
}
