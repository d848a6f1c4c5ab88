import { drawnFace } from "@/lib/accounts/drawn-face";

const shape = /^([a-z0-9_-]{1,30})\.svg$/;
/** Nothing in a picture may act, however it is opened. */
const inert = { "content-security-policy": "default-src 'none'; sandbox", "x-content-type-options": "nosniff" };

/** The face that a handle makes. Any handle has one, so that nobody learns here whose are taken. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const [, handle] = shape.exec((await params).file) ?? [];
  if (!handle) return new Response("Not found", { status: 404, headers: { ...inert, "cache-control": "no-store" } });
  return new Response(drawnFace(handle), {
    headers: {
      ...inert,
      "content-type": "image/svg+xml",
      "cache-control": "public, max-age=31536000, immutable",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
