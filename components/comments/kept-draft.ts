import { cookies } from "next/headers";
import { type Asked, asked } from "@/components/layout/address";
import { type KeptForm, keptForm } from "@/lib/drafts";
import { draftCookieName } from "@/lib/session";

/** The form that this browser sent before, named by `?draft=`, with its words and what was wrong; else null. */
export async function keptDraft(searchParams: Asked): Promise<KeptForm | null> {
  const token = (await cookies()).get(draftCookieName())?.value;
  return keptForm(await asked(searchParams, "draft"), token);
}
