import { createHash } from "node:crypto";
import { activeAmong } from "@/lib/accounts/queries";
import { maxLinks, maxNamed, maxNesting, maxSought } from "@/lib/comments/limits";
import { invalid } from "@/lib/errors";
import { type ReadComment, readComment } from "@/lib/markdown";
import { t } from "@/lib/messages";

/** The words of a comment in every form that is stored. */
export interface Words {
  body: string;
  html: string;
  bodyHash: string;
  /** Ids of the accounts that it names; those in quotations it merely repeats. */
  named: string[];
}

/** SHA-256 (hex) of the words, to know them again by. */
export function hashOf(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}

/**
 * Renders a comment's Markdown. The first 20 distinct people among the first 100 distinct handles are linked and named; one read finds them,
 * and only where an `@` stands. Throws `invalid` for too many links, too deep a nesting, or nothing to see.
 */
export async function renderWords(body: string): Promise<Words> {
  const read = readComment(body);
  requireWithinLimits(read);
  const handles = read.mentions.slice(0, maxSought).map(({ handle }) => handle);
  const found = handles.length === 0 ? new Map<string, string>() : await activeAmong(handles);
  const people = read.mentions.filter(({ handle }) => found.has(handle)).slice(0, maxNamed);
  const html = read.html(new Set(people.map(({ handle }) => handle)));
  if (html === "") throw invalid("body", t("comments.fault.invisible"));
  const named = people.flatMap(({ handle, quoted }) => (quoted ? [] : (found.get(handle) ?? [])));
  return { body, html, bodyHash: hashOf(body), named };
}

function requireWithinLimits({ links, nesting }: ReadComment): void {
  if (links > maxLinks) throw invalid("body", t("comments.fault.links", { max: maxLinks, links }));
  if (nesting > maxNesting) throw invalid("body", t("comments.fault.nesting", { max: maxNesting }));
}
