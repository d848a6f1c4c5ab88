import type { ReactNode } from "react";

/** A comment's words, as they were rendered and sanitised when written. */
export function Words({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: lib/markdown.ts sanitised it
  return <div className="text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The line over a comment: who, and what else is to be said. */
export function ByLine({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <p className="by">
      <b>
        <bdi>{name}</bdi>
      </b>
      {children}
    </p>
  );
}
