import { type ErrorCode, statusOf } from "@/lib/errors";
import { escaped } from "@/lib/escape";

/** What the front itself answers, in words for people. */
const said = {
  unreadable: [
    "This request could not be read",
    "The address or the request is malformed. Check the address and try again.",
  ],
  not_found: ["Nothing here", "There is no page at this address. It may have moved, or the address may be mistyped."],
  method_not_allowed: ["This page can only be read", "Pages are asked for, not sent to."],
  too_large: [
    "That is too much at once",
    "What was sent is longer than what this address takes. Shorten it and send it again.",
  ],
  wrong_host: [
    "This address is not ours",
    "This server answers under another name. Use the address that its owner published.",
  ],
  internal: [
    "Something went wrong on our side",
    "It has been noted. Nothing that you wrote was lost on the way: go back, and try again in a moment.",
  ],
  unavailable: [
    "One moment, please",
    "The database does not answer at present. Nothing was lost; try again in a few seconds.",
  ],
} satisfies Partial<Record<ErrorCode, [string, string]>>;

export type Refusal = keyof typeof said;

export interface StaticAnswer {
  status: number;
  type: string;
  body: Buffer;
  headers: [string, string][];
}

let stylesheets = "";

/** Error pages wear the stylesheets of the last page that went well. */
export function wearStyles(hrefs: readonly string[]): void {
  if (hrefs.length > 0) stylesheets = hrefs.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`).join("");
}

/** A refusal as a page of plain bytes, under the policy of documents. */
export function errorPage(refusal: Refusal, requestId: string): StaticAnswer {
  const [title, text] = said[refusal];
  const body = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${stylesheets}
</head>
<body>
<div class="page">
<main id="text">
<div class="empty">
<svg class="reply-mark" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 2v6.5a3 3 0 0 0 3 3h5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/><circle cx="12.4" cy="11.5" r="2" fill="currentColor"/></svg>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">To the front page</a></p>
</div>
</main>
<footer class="foot"><p class="small">${statusOf[refusal]} · Request ${escaped(requestId)}</p></footer>
</div>
</body>
</html>
`;
  return {
    status: statusOf[refusal],
    type: "text/html; charset=utf-8",
    body: Buffer.from(body),
    headers: extra(refusal),
  };
}

/** The same as a problem document (RFC 9457), for programs. */
export function errorProblem(refusal: Refusal, requestId: string): StaticAnswer {
  const [title, detail] = said[refusal];
  const status = statusOf[refusal];
  const body = JSON.stringify({ type: `/problems/${refusal}`, title, status, detail, code: refusal, requestId });
  return { status, type: "application/problem+json; charset=utf-8", body: Buffer.from(body), headers: extra(refusal) };
}

function extra(refusal: Refusal): [string, string][] {
  return refusal === "unavailable" ? [["Retry-After", "5"]] : [];
}
