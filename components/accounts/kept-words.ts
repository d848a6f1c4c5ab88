import { cookies } from "next/headers";
import { type KeptForm, keptForm } from "@/lib/drafts";
import { draftCookieName } from "@/lib/session";

/** The refused form that an address names with `draft`, if this browser sent it. */
export async function keptWords(draft: string | undefined): Promise<KeptForm | null> {
  return draft === undefined ? null : keptForm(draft, (await cookies()).get(draftCookieName())?.value);
}
