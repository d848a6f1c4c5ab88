import { previewForm } from "@/lib/articles/desk-form";
import type { Fields } from "@/lib/articles/form-fields";
import type { KeptForm } from "@/lib/drafts";

/** What the editor's form shows: words typed before, if they were kept, over those that are stored. */
export interface EditorState {
  fields: Fields;
  problem: KeptForm["problem"] | null;
  /** Somebody else saved first: the fields hold what was typed here, and the revision that is newest now. */
  conflict: boolean;
  /** Shown again without being saved. */
  unsaved: boolean;
}

/** Puts a kept form of this article over what is stored. One of another page is left alone. */
export function editorState(stored: Fields, kept: KeptForm | null, action: string): EditorState {
  if (!kept || (kept.form !== action && kept.form !== previewForm)) {
    return { fields: stored, problem: null, conflict: false, unsaved: false };
  }
  const refused = kept.form === action;
  const conflict =
    refused && kept.problem.code === "conflict" && kept.problem.errors.some(({ path }) => path === "revision");
  const fields = { ...stored, ...kept.fields, ...(conflict && { revision: stored.revision ?? "1" }) };
  return { fields, problem: refused ? kept.problem : null, conflict, unsaved: true };
}
