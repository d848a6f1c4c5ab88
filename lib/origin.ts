import type { RequestHeaders } from "@/lib/api-request";
import { env, siteUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";

/** Where this request came to, as an origin: `SITE_URL`, or the loopback host that the front let through. */
function ownOrigin(headers: RequestHeaders): string {
  return env().SITE_URL ? siteUrl() : `http://${headers.get("host") ?? ""}`;
}

/**
 * Refuses a write that our own pages did not send: the `Origin` must be ours or, where a browser sends none,
 * `Sec-Fetch-Site` must be `same-origin`. `Origin: null` is nobody. Throws `forbidden`.
 */
export function requireOwnOrigin(headers: RequestHeaders): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const sameSite = site === null || site === "same-origin";
  if (origin === null ? site === "same-origin" : origin === ownOrigin(headers) && sameSite) return;
  throw new AppError("forbidden", t("requests.fault.origin"));
}

/** A path on this site to go to next, or `fallback` where `wanted` leads anywhere else. */
export function safePath(wanted: string | null | undefined, fallback: string): string {
  if (!wanted || wanted.length > 2_000 || !/^\/(?![/\\])/.test(wanted) || /[\p{Cc}\\]/u.test(wanted)) return fallback;
  const base = "http://site.invalid";
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null;
  return url?.origin === base && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : fallback;
}

/** A page that leads on to `next` afterwards, if that is on this site. */
export function pageWithNext(page: string, next: string | undefined): string {
  const path = safePath(next, "");
  return path === "" ? page : `${page}?next=${encodeURIComponent(path)}`;
}

/** The client's address, as the front found it. */
export function clientAddress(headers: RequestHeaders): string {
  return headers.get("x-rejoinder-address") ?? "127.0.0.1";
}
