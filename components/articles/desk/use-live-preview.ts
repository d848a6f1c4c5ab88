"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Fields } from "@/lib/articles/form-fields";

/** Milliseconds without a key before the server is asked: no more often than its limit on reads allows. */
const pause = 1_200;

interface Previewed {
  html: string;
  wordCount: number;
}

function isPreviewed(answer: unknown): answer is Previewed {
  return typeof answer === "object" && answer !== null && "html" in answer && "wordCount" in answer;
}

async function asked(body: string, signal: AbortSignal): Promise<Previewed | null> {
  const answer = await fetch("/api/v1/admin/preview", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ body }),
    signal,
  });
  const previewed: unknown = answer.ok ? await answer.json() : null;
  return isPreviewed(previewed) ? previewed : null;
}

/** The preview while one types: the small fields at once, the text as the server sets it, a moment after the last key. */
export function useLivePreview(initial: Fields, html: string, wordCount: number) {
  const [fields, setFields] = useState(initial);
  const [set, setSet] = useState<Previewed>({ html, wordCount });
  const asking = useRef<{ body: string; timer?: number; abort?: AbortController }>({ body: initial.body ?? "" });

  const typed = useCallback((now: Fields, { atOnce = false } = {}) => {
    setFields(now);
    const last = asking.current;
    const { body = "" } = now;
    if (body === last.body && !atOnce) return;
    window.clearTimeout(last.timer);
    last.abort?.abort();
    const abort = new AbortController();
    const timer = window.setTimeout(
      async () => {
        // A preview that fails leaves the last one standing; saving will say what is wrong.
        const previewed = await asked(body, abort.signal).catch(() => null);
        if (previewed && !abort.signal.aborted) setSet(previewed);
      },
      atOnce ? 0 : pause,
    );
    asking.current = { body, timer, abort };
  }, []);

  useEffect(() => () => window.clearTimeout(asking.current.timer), []);
  return { fields, html: set.html, wordCount: set.wordCount, typed };
}
