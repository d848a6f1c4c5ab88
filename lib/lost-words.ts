import { secretFields } from "@/lib/drafts";
import type { AppError } from "@/lib/errors";
import { escaped } from "@/lib/escape";
import type { HttpResponse } from "@/lib/http-response";
import { t } from "@/lib/messages";

/** What nobody typed. */
const ownFields = new Set(["draft", "next"]);

const said = (what: "title" | "head" | "text" | "back") => escaped(t(`requests.lost.${what}`));

/** Tells the front that this page is ours, not one of Next's for an error. */
export const ownWordsHeader = "x-rejoinder-own-words";

/** A page that gives typed words back when nothing could store them: static, without script or style. */
export function lostWordsPage(error: AppError, back: string, fields: Record<string, string>): HttpResponse {
  const kept = Object.entries(fields)
    .filter(([name, value]) => value && !secretFields.has(name) && !ownFields.has(name))
    .map(
      ([name, value]) =>
        `<p><label>${escaped(name)}<br><textarea rows="8" cols="60" readonly>\n${escaped(value)}</textarea></label></p>`,
    )
    .join("");
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${said("title")}</title><main><h1>${said("head")}</h1><p>${escaped(error.message)}</p>${kept ? `<p>${said("text")}</p>${kept}` : ""}<p><a href="${escaped(back)}">${said("back")}</a></p></main></html>`;
  return {
    status: error.status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      [ownWordsHeader]: "1",
      ...(error.extras.retryAfter !== undefined && { "retry-after": String(error.extras.retryAfter) }),
    },
    cookies: [],
    body: html,
  };
}
