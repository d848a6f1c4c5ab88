"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Fields } from "@/lib/articles/form-fields";

/** Milliseconds after the last key. */
const pause = 800;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && Object.values(value).every((field) => typeof field === "string");

function stored(key: string): Fields | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

const differ = (kept: Fields, now: Fields) =>
  ["title", "standfirst", "body"].some((name) => kept[name] !== undefined && kept[name] !== now[name]);

/** Words that were typed and not saved, kept on this device until they are: `found` are those of an earlier visit. */
export function useKeptWords(articleId: string, initial: Fields, saved: boolean) {
  const key = `rejoinder:article:${articleId}`;
  const [found, setFound] = useState<Fields | null>(null);
  const timer = useRef<number>(undefined);

  const forget = useCallback(() => {
    window.clearTimeout(timer.current);
    localStorage.removeItem(key);
    setFound(null);
  }, [key]);

  useEffect(() => {
    if (saved) return forget();
    const kept = stored(key);
    if (kept && differ(kept, initial)) setFound(kept);
  }, [key, initial, saved, forget]);

  const keep = useCallback(
    (fields: Fields) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        try {
          localStorage.setItem(key, JSON.stringify(fields));
        } catch {
          // A full or forbidden store: the words are still in the form.
        }
      }, pause);
    },
    [key],
  );

  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { found, keep, forget, dismiss: () => setFound(null) };
}
