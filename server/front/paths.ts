import { maxRulesBytes } from "@/lib/comments/screening/limits";

/** What the front does with a path. */
export type Kind =
  /** A reader page, the same for everybody: finished and kept. */
  | "kept"
  /** A reader page for one visitor, and whatever nobody knows: finished, not kept. */
  | "visitor"
  /** The app for those who work here. */
  | "desk"
  | "api"
  /** What changes in a thread, told while the page is open. */
  | "stream"
  /** Feeds, pictures, files of `public/`. */
  | "file"
  /** Next's own built files. */
  | "built"
  | "element"
  /** An address that is spelt as none of ours ever is. */
  | "none";

const kept =
  /^\/(?:(?:articles|comments|authors|people|tags|sections)\/[^/]+|comments\/[^/]+\/history|authors|corrections|house-rules|log)?$/;
const stream = /^\/api\/v1\/articles\/[^/]+\/stream$/;
const desk = /^\/(?:admin|moderation|settings)(?:\/|$)/;
const file = /^\/media\/|\.(?:xml|json|txt|ico|png|jpe?g|webp|avif|gif|svg|css|js|woff2|webmanifest)$/;
/** Next's other spellings of a page, and Next's other doors. */
const internal =
  /\.rsc$|\.segments(?:\/|$)|\.(?:prefetch|segment)\.rsc|^\/_next\/|^\/__next|^\/_not-found|^\/_global|^\/_error/;
/** Dot segments, empty segments, backslashes, parameters, control characters. */
const odd = /\/\/|\/\.{1,2}(?:\/|$)|[\\;]|[^\x21-\x7e]/;
/** Encoded, though it need not be (or may not be, in one segment): `%61dmin`, `admin%2f`, `%00`. */
const oddlyEncoded = /%(?:2[def]|3[0-9]|[46][1-9a-f]|[57][0-9a]|5c|5f|7e|[01][0-9a-f]|7f)/i;

export function kindOf(path: string): Kind {
  if (odd.test(path) || oddlyEncoded.test(path) || !decodes(path)) return "none";
  if (path.startsWith("/_next/static/")) return "built";
  if (internal.test(path)) return "none";
  if (kept.test(path)) return "kept";
  if (stream.test(path)) return "stream";
  if (path === "/api" || path.startsWith("/api/")) return "api";
  if (desk.test(path)) return "desk";
  if (path.startsWith("/elements/")) return "element";
  return file.test(path) ? "file" : "visitor";
}

function decodes(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** What a reader page may be asked with; the rest (`utm_source` and the like) it never sees. */
const allowedKeys = ["cursor", "sort"];
const longestValue = 600;

/** The one spelling under which a reader page is kept. */
export function keyOf(path: string, query: string): string {
  if (query === "") return path;
  const asked = new URLSearchParams(query);
  const wanted = new URLSearchParams();
  for (const name of allowedKeys) {
    const value = asked.get(name);
    if (value !== null && value.length <= longestValue) wanted.set(name, value);
  }
  const text = wanted.toString();
  return text === "" ? path : `${path}?${text}`;
}

const general = 64 * 1024;
const article = 1024 * 1024;
/** A picture of 15 MB, and the rest of its form. */
const picture = 15 * 1024 * 1024 + 64 * 1024;
const rules = /^\/api\/v1\/moderation\/rules(\/playbacks)?$/;

/** How many bytes a request to this path may send. */
export function bodyLimit(path: string): number {
  if (path === "/api/v1/admin/pictures" || path === "/api/v1/viewer" || path.startsWith("/api/v1/viewer/"))
    return picture;
  if (rules.test(path)) return maxRulesBytes;
  return path.startsWith("/api/v1/admin/articles") || path === "/api/v1/admin/preview" ? article : general;
}
