"use client";

import { useRef } from "react";
import type { useQueue } from "@/components/moderation/use-queue";

/** Marks a comment for a batch or takes the mark off; with a range, all from the one before. */
export function useMarking({ state, change, touched }: ReturnType<typeof useQueue>) {
  const last = useRef<string | null>(null);
  return (id: string, on: boolean, range: boolean) => {
    const ids = state.items.map(({ comment }) => comment.id);
    const [from, to] = [ids.indexOf(last.current ?? id), ids.indexOf(id)].sort((a, b) => a - b);
    last.current = id;
    touched();
    change({
      what: "mark",
      ids: range && from !== undefined && from >= 0 ? ids.slice(from, (to ?? from) + 1) : [id],
      on,
    });
  };
}
