import type { Answer } from "@/lib/answer";
import type { ApiRequest } from "@/lib/api-request";
import { day } from "@/lib/clock";
import { forgetForm, keepForm } from "@/lib/drafts";
import type { AppError } from "@/lib/errors";
import { type HttpResponse, seeOther } from "@/lib/http-response";
import { lostWordsPage } from "@/lib/lost-words";
import { clientAddress } from "@/lib/origin";
import { addressKey, limits, spend } from "@/lib/rate-limit";
import type { FormBody } from "@/lib/request-body";
import { cookieToSet, draftCookieName } from "@/lib/session";

/** Of the words of one form, in UTF-16 units: an article at its longest fits. */
const longestKept = 500_000;

type Params = Record<string, string | string[] | undefined>;

/** How a plain form of a route is read, and where its sender goes afterwards. Paths are on this site. */
export interface FormAnswers<P, R> {
  /** The fields as the route's body schema wants them; as they are unless told. `draft` and `next` are gone. */
  read?(fields: Record<string, string>): unknown;
  /** Null answers as to a program: for multipart, which programs send too. */
  done(context: { answer: Answer<R>; params: P; fields: Record<string, string> }): string | null;
  /** The page that shows the form again; `draft={id}` is added to it. `params` are as they stood in the address. */
  refused(context: { error: AppError; params: Params; fields: Record<string, string> }): string | null;
}

function withDraft(path: string, id: string): string {
  const [beforeHash = "", hash] = path.split("#");
  return `${beforeHash}${beforeHash.includes("?") ? "&" : "?"}draft=${id}${hash ? `#${hash}` : ""}`;
}

/** The redirect after a form that went through; forgets the draft that it came from. */
export async function formDone(
  answer: Answer,
  path: string,
  { fields }: FormBody,
  { cookies }: ApiRequest,
): Promise<HttpResponse> {
  const token = cookies.get(draftCookieName())?.value;
  if (fields.draft && token) await forgetForm(fields.draft, token);
  return seeOther(path, answer.cookies);
}

/** The redirect after a refusal: to `path`, which shows the form again with every word typed and what is wrong. */
export async function formRefused(
  error: AppError,
  path: string,
  { fields }: FormBody,
  { url, headers, cookies }: ApiRequest,
): Promise<HttpResponse> {
  try {
    const { draft: _draft, ...words } = fields;
    // Strangers are refused too: what they send must not fill the disk.
    if (Object.values(words).join("").length > longestKept) return lostWordsPage(error, path, fields);
    await spend(limits.refusedForm, addressKey(clientAddress(headers)));
    const known = cookies.get(draftCookieName())?.value;
    const { id, token } = await keepForm(url.pathname, words, error, known);
    return seeOther(withDraft(path, id), [cookieToSet(draftCookieName(), token, day)]);
  } catch {
    // The database that would keep the words failed, or keeps enough of this sender's: they are given back in the answer itself.
    return lostWordsPage(error, path, fields);
  }
}
