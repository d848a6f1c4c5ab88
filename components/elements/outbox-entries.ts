import { setAside } from "@/components/elements/kept-words";
import { isNumber, isText, orNull, shapeOf } from "@/components/elements/shapes";
import { store, stored, storedUnder } from "@/components/elements/storage";

/** A comment on its way: kept on this device from the press of the button until an answer came. Its key never changes, nor do its words. */
export interface OutboxEntry {
  key: string;
  /** Where it is posted to. */
  path: string;
  parentId: string | null;
  body: string;
  /** The handle of who wrote it, null if nobody was signed in. */
  by: string | null;
  at: number;
}

export const isEntry = shapeOf<OutboxEntry>({
  key: isText,
  path: isText,
  parentId: orNull(isText),
  body: isText,
  by: orNull(isText),
  at: isNumber,
});

const nameOf = ({ key }: { key: string }) => `outbox ${key}`;

/** Where its words are kept when it is not queued: the address of its form, and what it answers. */
export const placeOf = ({ path, parentId }: Pick<OutboxEntry, "path" | "parentId">) => `${path} ${parentId ?? ""}`;
/** Every entry in this browser. */
export const entries = () => storedUnder("outbox ", isEntry).map(([, entry]) => entry);

export const isQueued = (entry: OutboxEntry) => stored(nameOf(entry)) !== null;

/** Keeps an outbox entry until it is forgotten. */
export const keepEntry = (entry: OutboxEntry) => store(nameOf(entry), JSON.stringify(entry));

/** An outbox entry no more. */
export const forgetEntry = (entry: OutboxEntry) => store(nameOf(entry), null);

/** Takes an outbox entry back: its words are kept for their form again. */
export function takeBack(entry: OutboxEntry) {
  if (isQueued(entry)) setAside(placeOf(entry), entry.body, entry.key, entry.key);
  forgetEntry(entry);
}
