import { t } from "@/lib/messages";

interface Own {
  unread: number;
  /** Handles of those whose comments fold. */
  ignored: readonly string[];
}

/**
 * The stylesheet that makes everybody's page somebody's own where there are no scripts: the head leads to their account and inbox, and comments
 * of those whom they ignore fold, but for the one that a branch's page is about. A handle is letters, digits, `-` and `_`.
 */
export function ownStyle({ unread, ignored }: Own): string {
  return [
    'viewer-menu [href="/sign-in"]{display:none!important}',
    "viewer-menu [hidden]{display:inline-flex!important}",
    unread > 0 ? `viewer-menu .inbox::after{margin-inline-start:.25em;content:"(${unread})"}` : "",
    ignored.length > 0 ? foldOf(ignored) : "",
  ].join("\n");
}

function foldOf(ignored: readonly string[]): string {
  const people = ignored.map((handle) => `[href="/people/${handle}"]`).join(",");
  const theirs = `> article > .c:has(> .by :is(h2,h3,h4,h5,h6) > :is(${people}))`;
  const comments = `:is(#comments:not(.branch) li,#comments li li)${theirs}`;
  return `${comments} > :is(.text,.acts){display:none}\n${comments}::after{color:var(--ink-3);font-size:var(--t-comment);font-style:italic;content:${JSON.stringify(t("comments.ignoredPlain"))}}`;
}
