"use client";

import { useEffect, useState } from "react";

/** Whether scripts have taken the page over. */
export function useReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready;
}
