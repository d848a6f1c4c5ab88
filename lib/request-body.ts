import type { ApiRequest, RequestHeaders } from "@/lib/api-request";
import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";

/** What a plain form sent: its words by name, and its files. */
export interface FormBody {
  fields: Record<string, string>;
  files: Record<string, File>;
}

const maxFields = 200;

/** The media type of a request, lower case, without parameters. */
export function mediaType(headers: RequestHeaders): string {
  return (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

export function isForm(headers: RequestHeaders): boolean {
  return ["application/x-www-form-urlencoded", "multipart/form-data"].includes(mediaType(headers));
}

/** The whole body, at most `max` bytes. Throws `too_large` as soon as it is longer, `unsupported_type` for a compressed one. */
export async function readBytes({ headers, body }: ApiRequest, max: number): Promise<Buffer<ArrayBuffer>> {
  const tooLarge = new AppError("too_large", t("requests.fault.tooLarge", { size: Math.floor(max / 1024) }));
  if (!["", "identity"].includes(headers.get("content-encoding") ?? "")) {
    throw new AppError("unsupported_type", t("requests.fault.compressed"));
  }
  if (Number(headers.get("content-length") ?? 0) > max) throw tooLarge;
  if (body === null || Buffer.isBuffer(body)) {
    if (body && body.length > max) throw tooLarge;
    return body ?? Buffer.alloc(0);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > max) {
      void reader.cancel();
      throw tooLarge;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("unreadable", t("requests.fault.utf8"));
  }
}

/** The JSON value in `bytes`. Throws `unreadable`, or `invalid` for a key that could reach an object's prototype. */
export function parseJson(bytes: Buffer): unknown {
  const text = decodeUtf8(bytes);
  try {
    return JSON.parse(text, (key, value) => {
      if (key === "__proto__")
        throw new AppError("invalid", t("requests.fault.fieldName", { name: key }), {
          errors: [{ path: key, message: t("requests.fault.field") }],
        });
      return value;
    });
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError("unreadable", t("requests.fault.notJson"));
  }
}

/** The fields and files of a plain form. Repeated fields are joined with commas. Throws `unreadable`. */
export async function parseForm(bytes: Buffer<ArrayBuffer>, headers: RequestHeaders): Promise<FormBody> {
  const form = await formData(bytes, headers);
  const fields = new Map<string, string>();
  const files = new Map<string, File>();
  for (const [name, value] of form) {
    if (fields.size + files.size >= maxFields) throw new AppError("unreadable", t("requests.fault.fields"));
    if (typeof value !== "string") files.set(name, value);
    else fields.set(name, fields.has(name) ? `${fields.get(name)},${value}` : value);
  }
  return { fields: Object.fromEntries(fields), files: Object.fromEntries(files) };
}

/** Refuses bytes that are no text, which `URLSearchParams` would make U+FFFD. */
function urlEncoded(text: string): URLSearchParams {
  try {
    decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, "%25"));
  } catch {
    throw new AppError("unreadable", t("requests.fault.utf8"));
  }
  return new URLSearchParams(text);
}

async function formData(
  bytes: Buffer<ArrayBuffer>,
  headers: RequestHeaders,
): Promise<Iterable<[string, FormDataEntryValue]>> {
  if (mediaType(headers) === "application/x-www-form-urlencoded") return urlEncoded(decodeUtf8(bytes));
  try {
    return await new Response(bytes, { headers: { "content-type": headers.get("content-type") ?? "" } }).formData();
  } catch {
    throw new AppError("unreadable", t("requests.fault.form"));
  }
}
