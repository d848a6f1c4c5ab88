import { type Fields, readFields } from "@/lib/articles/form-fields";

type SaveOutcome =
  | { kind: "saved"; revision: number; slug: string; at: Date }
  | { kind: "conflict" }
  | { kind: "refused"; detail: string; errors: { path: string; message: string }[] };

interface Problem {
  detail: string;
  code: string;
  errors?: { path: string; message: string }[];
}

const isSaved = (body: unknown): body is { revision: number; slug: string; updatedAt: string } =>
  typeof body === "object" && body !== null && "revision" in body && "slug" in body && "updatedAt" in body;

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "detail" in body && "code" in body;

/** Saves the form's words without leaving the page. Rejects when the server could not be reached. */
export async function saveWords(articleId: string, { act: _act, at: _at, ...fields }: Fields): Promise<SaveOutcome> {
  const answer = await fetch(`/api/v1/admin/articles/${articleId}`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(readFields(fields)),
  });
  const body: unknown = await answer.json();
  if (answer.ok && isSaved(body)) {
    return { kind: "saved", revision: body.revision, slug: body.slug, at: new Date(body.updatedAt) };
  }
  if (!isProblem(body)) throw new Error("The answer could not be read.");
  const errors = body.errors ?? [];
  if (body.code === "conflict" && errors.some(({ path }) => path === "revision")) return { kind: "conflict" };
  return { kind: "refused", detail: body.detail, errors };
}

/** Stores a picture; resolves to its address on this site. Rejects with a sentence for people. */
export async function sendPicture(file: File, failed: string): Promise<string> {
  const form = new FormData();
  form.set("picture", file);
  const answer = await fetch("/api/v1/admin/pictures", { method: "POST", body: form });
  const body: unknown = await answer.json();
  if (answer.ok && typeof body === "object" && body !== null && "url" in body && typeof body.url === "string") {
    return body.url;
  }
  throw new Error(isProblem(body) ? body.detail : failed);
}
