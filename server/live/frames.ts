import { randomInt } from "node:crypto";
import type { ThreadState } from "@/lib/comments/changes";
import type { CommentChange } from "@/server/listener";

/** One event of a stream (HTML, 9.2.6), in bytes that all streams share. */
export function frame(event: string, data: unknown, id?: string): Buffer {
  return Buffer.from(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

export const beat = frame("beat", 1);
/** The article is not to be read any more. */
export const over = frame("over", {});

/** Come back, but not all at the same moment. */
export const comeBack = () => Buffer.from(`retry: ${randomInt(1_000, 5_000)}\n\n`);

/** What changed, as it is now: readers see it, or it is gone. `came`: they did not see it before. `changed`: it looks otherwise than before. */
export function changesIn({ count, comments }: ThreadState, asked: ReadonlyMap<string, CommentChange>) {
  const seen = new Map(comments.map((comment) => [comment.id, comment]));
  return {
    count,
    comments: [...asked].map(([id, what]) => {
      const comment = seen.get(id);
      return comment
        ? { ...comment, came: what === "came", changed: what === "article" }
        : { id, state: "gone" as const };
    }),
  };
}
