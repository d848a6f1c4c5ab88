import { processState } from "@/lib/process-state";

/** What a process reads once and then knows, until it hears that it changed. */
interface Cached<T> {
  /** Read at the first call, for all who ask meanwhile. Rejects as the reading does; whoever asks next has it read again. */
  now(): Promise<T>;
  /** What was read, or undefined; never waits. */
  atHand(): { value: T } | undefined;
  /** It changed: whoever asks next has it read anew. */
  forget(): void;
}

/** What `read` answers, kept under a name that stands for it alone: one in the process although Next bundles its own copy of `lib/`. */
export function cached<T>(name: string, read: () => Promise<T>): Cached<T> {
  interface Kept {
    known?: { value: T } | undefined;
    coming?: Promise<T> | undefined;
  }
  // Whichever copy of `lib/` asks by this name, it is the same call with the same `read`.
  const kept = (): Kept => {
    const { readings } = processState();
    const mine = readings.get(name) ?? {};
    readings.set(name, mine);
    return mine as Kept;
  };

  async function now(): Promise<T> {
    const mine = kept();
    if (mine.known) return mine.known.value;
    const coming = mine.coming ?? read();
    mine.coming = coming;
    try {
      const value = await coming;
      // It may have changed while it was read: then the next who asks reads again.
      if (mine.coming === coming) mine.known = { value };
      return value;
    } finally {
      if (mine.coming === coming) mine.coming = undefined;
    }
  }

  function forget(): void {
    const mine = kept();
    mine.known = undefined;
    mine.coming = undefined;
  }

  return { now, atHand: () => kept().known, forget };
}
