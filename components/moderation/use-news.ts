"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { claim, readNews, release } from "@/components/moderation/queue-reads";
import { claimSeconds } from "@/lib/moderation/limits";
import type { CountsOutput } from "@/lib/moderation/schema";

/** Milliseconds between two looks, before a claim is made, and before it is renewed. */
const every = 5_000;
const lookedAt = 400;
const renewed = (claimSeconds * 1_000) / 2;

/** What stands in the lists now and what came since the page was made; asked only while somebody looks at it and there is a network. And what looks at once. */
export function useNews(since: string): [CountsOutput | null, () => void] {
  const [news, setNews] = useState<CountsOutput | null>(null);
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    let ended = false;
    let timer: number | undefined;
    async function look() {
      window.clearTimeout(timer);
      if (document.visibilityState === "visible" && navigator.onLine) {
        const told = await readNews(since);
        if (told && !ended) setNews(told);
      }
      window.clearTimeout(timer);
      if (!ended) timer = window.setTimeout(look, every);
    }
    again.current = look;
    timer = window.setTimeout(look, every);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", look);
    return () => {
      ended = true;
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", look);
    };
  }, [since]);
  const look = useCallback(() => again.current(), []);
  return [news, look];
}

/** Claims the comment that is looked at for this moderator, for as long as they look; gives the name of whoever has it instead. */
export function useClaim(id: string | null, handle: string): { id: string; name: string } | null {
  const [other, setOther] = useState<{ id: string; name: string } | null>(null);
  useEffect(() => {
    if (!id) return;
    let [ended, mine] = [false, false];
    async function look(shown: string) {
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      const by = await claim(shown);
      mine = by?.handle === handle;
      if (!ended) setOther(by && !mine ? { id: shown, name: by.name } : null);
    }
    const first = window.setTimeout(look, lookedAt, id);
    const again = window.setInterval(look, renewed, id);
    const leave = () => mine && release(id);
    window.addEventListener("pagehide", leave);
    return () => {
      ended = true;
      window.clearTimeout(first);
      window.clearInterval(again);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [id, handle]);
  return other?.id === id ? other : null;
}
