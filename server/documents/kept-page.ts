import { createHash } from "node:crypto";
import { compressors, type Encoding } from "@/server/front/encoding";

export interface Form {
  etag: string;
  bytes: Buffer;
  /** Flat, ready for `writeHead`; the value after the last name is the request's id. */
  headers: string[];
}

/** A finished page. Its compressed forms are made when they are first asked for. */
export interface Kept {
  key: string;
  tags: ReadonlySet<string>;
  /** Milliseconds since 1970; the page is not served past it. */
  until: number;
  /** Milliseconds since 1970: more of what it shows came then, and it is to be replaced soon. */
  outdated: number | undefined;
  forms: Partial<Record<Encoding, Form>> & { identity: Form };
  compressing: Partial<Record<Encoding, Promise<Form>>>;
  size: number;
  /** How often it was asked for. */
  asked: number;
  /** Served since the sweep last came by. */
  used: boolean;
}

/** A page just rendered and finished. */
export interface Fresh {
  html: Buffer;
  tags: ReadonlySet<string>;
  until: number;
}

const perPage = 1_000;

/** Makes a page that can be served; `headers` are flat, and on every page. */
export function madePage(key: string, { html, tags, until }: Fresh, headers: readonly string[]): Kept {
  const etag = createHash("sha1").update(html).digest("base64url").slice(0, 20);
  return {
    key,
    tags,
    until,
    outdated: undefined,
    forms: { identity: formOf(html, `"${etag}"`, [], headers) },
    compressing: {},
    size: html.length + key.length + perPage,
    asked: 0,
    used: true,
  };
}

/** The page's bytes in another encoding, with a tag of their own. */
export async function compressedForm(
  { forms }: Kept,
  encoding: Exclude<Encoding, "identity">,
  headers: readonly string[],
): Promise<Form> {
  const { bytes, etag } = forms.identity;
  const packed = await compressors[encoding](bytes);
  return formOf(packed, `"${etag.slice(1, -1)}-${encoding}"`, ["Content-Encoding", encoding], headers);
}

function formOf(bytes: Buffer, etag: string, encoding: readonly string[], common: readonly string[]): Form {
  const headers = [
    "Content-Type",
    "text/html; charset=utf-8",
    "Content-Length",
    String(bytes.length),
    ...encoding,
    "ETag",
    etag,
    // Any cache may keep it, and asks whether it is still true before using it.
    "Cache-Control",
    "public, max-age=0, must-revalidate",
    "Vary",
    "Accept-Encoding",
    ...common,
    "X-Request-Id",
    "",
  ];
  return { etag, bytes, headers };
}
