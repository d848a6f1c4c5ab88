import type { ReactNode } from "react";
import { ReplyMark } from "@/components/ui/reply-mark";

/** Nothing here yet: the mark large, what is missing, one invitation. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <ReplyMark />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
