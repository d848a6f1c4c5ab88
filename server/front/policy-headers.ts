const readerPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The policy of documents and error pages: nothing inline, nothing from elsewhere. */
export const documentPolicy = readerPolicy;

/** The policy of a desk's page: the scripts that carry this answer's nonce, and what they load. */
export function deskPolicy(nonce: string, dev: boolean): string {
  const policy = readerPolicy
    .replace("script-src 'self'", `script-src 'nonce-${nonce}' 'strict-dynamic'`)
    .replace("img-src 'self' data:", "img-src 'self' data: blob:");
  // Next's development tools evaluate code and write styles; a production build does neither.
  return dev
    ? policy
        .replace("'strict-dynamic'", "'strict-dynamic' 'unsafe-eval'")
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:")
    : policy;
}

/** What an answer that is not a page may do in a browser: nothing. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** On every answer, flat: name, value, name, value. */
export function commonHeaders(secure: boolean): string[] {
  return [
    "X-Content-Type-Options",
    "nosniff",
    "Referrer-Policy",
    "same-origin",
    "Cross-Origin-Opener-Policy",
    "same-origin",
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ...(secure ? ["Strict-Transport-Security", "max-age=31536000"] : []),
  ];
}
