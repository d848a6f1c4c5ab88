import { createHash } from "node:crypto";
import { maxLinks, maxNesting } from "@/lib/comments/limits";
import { invalid } from "@/lib/errors";
import { commentHtml } from "@/lib/markdown";

/** The words of a comment in every form that is stored. */
export interface Words {
  body: string;
  html: string;
  bodyHash: string;
}

/** SHA-256 (hex) of the words, to know them again by. */
export function hashOf(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}

/** Renders a comment's Markdown. Throws `invalid` for too many links, too deep a nesting, or nothing to see. */
export function renderWords(body: string): Words {
  const { html, links, nesting } = commentHtml(body);
  if (links > maxLinks) throw invalid("body", `Keep it to ${maxLinks} links; there are ${links}.`);
  if (nesting > maxNesting)
    throw invalid("body", `Quotations and lists may stand ${maxNesting} deep within one another, not deeper.`);
  if (html === "") throw invalid("body", "There is nothing to see in these words.");
  return { body, html, bodyHash: hashOf(body) };
}
