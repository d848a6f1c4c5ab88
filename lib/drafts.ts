import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { after, day, now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { AppError } from "@/lib/errors";
import { idSchema, newId } from "@/lib/ids";

/** The words of a plain form, kept for 24 h for the browser that typed them. */
export interface KeptForm {
  id: string;
  form: string;
  fields: Record<string, string>;
  problem: { code: string; detail: string; errors: { path: string; message: string }[] };
}

const kept = 1 * day;
/** Fields of forms that are never kept, nor given back. */
export const secretFields: ReadonlySet<string> = new Set(["password", "currentPassword", "token"]);
const fieldsSchema = z.record(z.string(), z.string());
const problemSchema = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});

const hash = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Keeps what was typed into a form that was refused, without passwords. `token` is the browser's draft cookie, made anew where it has none.
 * Resolves to the draft's id, which alone opens nothing, and to the token to set.
 */
export async function keepForm(
  form: string,
  fields: Record<string, string>,
  refusal: AppError,
  token?: string,
): Promise<{ id: string; token: string }> {
  const cookie = token ?? randomBytes(24).toString("base64url");
  const id = newId();
  await db.draft.create({
    data: {
      id,
      tokenHash: hash(cookie),
      form,
      fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !secretFields.has(name))),
      problems: {
        code: refusal.code,
        detail: refusal.message,
        errors: (refusal.extras.errors ?? []).map((error) => ({ ...error })),
      },
      createdAt: now(),
      expiresAt: after(now(), kept),
    },
    select: { id: true },
  });
  return { id, token: cookie };
}

/** The kept form of that id, if this browser's cookie made it and it has not gone; else null. */
export async function keptForm(id: string | undefined, token: string | undefined): Promise<KeptForm | null> {
  if (!token || !idSchema.safeParse(id).success) return null;
  const row = await db.draft.findFirst({ where: { id, expiresAt: { gt: now() } } });
  if (!row || !timingSafeEqual(Buffer.from(row.tokenHash), Buffer.from(hash(token)))) return null;
  return {
    id: row.id,
    form: row.form,
    fields: fieldsSchema.parse(row.fields),
    problem: problemSchema.parse(row.problems),
  };
}

/** Forgets a draft once its form went through. */
export async function forgetForm(id: string, token: string): Promise<void> {
  if (idSchema.safeParse(id).success) await db.draft.deleteMany({ where: { id, tokenHash: hash(token) } });
}

/** Forgets every draft of this browser: who used it has left. */
export async function forgetForms(token: string | undefined): Promise<void> {
  if (token) await db.draft.deleteMany({ where: { tokenHash: hash(token) } });
}
