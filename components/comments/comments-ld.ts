import type { Comment } from "@/lib/comments/comment";
import { siteUrl } from "@/lib/env";

/** Comments told to machines, and code points of each: the page shows them in full. */
const told = 10;
const longest = 300;

/** The first comments of a thread as schema.org data. */
export function commentsLd({ items }: { items: readonly Comment[] }): Record<string, unknown>[] {
  return items
    .filter(({ status }) => status === "published")
    .slice(0, told)
    .map(({ id, author, body, createdAt, replyCount }) => ({
      "@type": "Comment",
      text: [...(body ?? "")].slice(0, longest).join(""),
      url: `${siteUrl()}/comments/${id}`,
      dateCreated: createdAt.toISOString(),
      ...(author && { author: { "@type": "Person", name: author.name } }),
      ...(replyCount > 0 && { commentCount: replyCount }),
    }));
}
