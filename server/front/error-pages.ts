import { type ErrorCode, statusOf } from "@/lib/errors";
import { escaped } from "@/lib/escape";
import { t } from "@/lib/messages";

/** What the front itself answers. */
export type Refusal = Extract<
  ErrorCode,
  "unreadable" | "not_found" | "method_not_allowed" | "too_large" | "wrong_host" | "internal" | "unavailable"
>;

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
  const title = escaped(t(`requests.front.${refusal}.title`));
  const text = escaped(t(`requests.front.${refusal}.text`));
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
<p><a href="/">${escaped(t("requests.front.home"))}</a></p>
</div>
</main>
<footer class="foot"><p class="small">${escaped(t("requests.front.number", { status: statusOf[refusal], id: requestId }))}</p></footer>
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
  const title = t(`requests.front.${refusal}.title`);
  const detail = t(`requests.front.${refusal}.text`);
  const status = statusOf[refusal];
  const body = JSON.stringify({ type: `/problems/${refusal}`, title, status, detail, code: refusal, requestId });
  return { status, type: "application/problem+json; charset=utf-8", body: Buffer.from(body), headers: extra(refusal) };
}

function extra(refusal: Refusal): [string, string][] {
  return refusal === "unavailable" ? [["Retry-After", "5"]] : [];
}
