"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Milliseconds. */
const every = 2_000;

/** Looks for news of what runs on the server, for as long as it is on the page. Without JavaScript the link beside it does. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), every);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
