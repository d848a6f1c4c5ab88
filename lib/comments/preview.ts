import { type Answer, ok } from "@/lib/answer";
import type { ApiRequest } from "@/lib/api-request";
import { day } from "@/lib/clock";
import { renderWords } from "@/lib/comments/words";
import { keepForm } from "@/lib/drafts";
import { AppError } from "@/lib/errors";
import { limits, spend } from "@/lib/rate-limit";
import { isForm } from "@/lib/request-body";
import { cookieToSet, draftCookieName } from "@/lib/session";

/** What a preview answers; a plain form is told under which draft its words are kept, to be shown again with what they will look like. */
export interface Preview {
  html: string;
  draft?: string | undefined;
}

/** The form under which words are kept that somebody wants to see before they send them. */
export const previewForm = "preview of a comment";

/**
 * A comment's Markdown as it would stand in the thread; nothing of it is stored but, for a plain form, its words as a draft.
 * Throws `invalid` as posting would; `rate_limited` where too many forms were kept: strangers preview too, and must not fill the disk.
 */
export async function previewOf(
  words: { body: string; parentId?: string | null | undefined },
  { address, request }: { address: string; request: ApiRequest },
): Promise<Answer<Preview>> {
  const { html } = await renderWords(words.body);
  if (!isForm(request.headers)) return ok({ html });
  await spend(limits.refusedForm, address);
  const { body, parentId } = words;
  const known = request.cookies.get(draftCookieName())?.value;
  const fields = { body, ...(parentId && { parentId }) };
  const { id, token } = await keepForm(previewForm, fields, new AppError("conflict", ""), known);
  return ok({ html, draft: id }, [cookieToSet(draftCookieName(), token, day)]);
}
