"use client";

import { useEffect, useRef, useState } from "react";
import { readPlace } from "@/components/moderation/queue-reads";
import type { QueuePlaceOutput } from "@/lib/moderation/schema";

/** Comments ahead of the one shown whose places are fetched already. */
const ahead = 2;

/** The places of comments in their threads: that of the one shown, and of the next ones before they are. */
export function usePlaces(first: QueuePlaceOutput | null, ids: readonly string[], current: string | null) {
  const [places, setPlaces] = useState<Readonly<Record<string, QueuePlaceOutput>>>(() =>
    first ? { [first.item.comment.id]: first } : {},
  );
  const asked = useRef(new Set(Object.keys(places)));
  useEffect(() => {
    const at = current ? ids.indexOf(current) : 0;
    for (const id of [current, ...ids.slice(at + 1, at + 1 + ahead)]) {
      if (!id || asked.current.has(id)) continue;
      asked.current.add(id);
      readPlace(id).then((place) => {
        if (place) setPlaces((known) => ({ ...known, [id]: place }));
        else asked.current.delete(id);
      });
    }
  }, [ids, current]);
  return current ? (places[current] ?? null) : null;
}
