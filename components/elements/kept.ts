import type { Is } from "@/components/elements/shapes";

/** What this browser keeps under one name, as JSON. A browser that keeps nothing, or somebody else's bytes there, is no hindrance. */
export function kept<T>(storage: () => Storage, name: string, none: T, is: Is<T>) {
  const key = `rejoinder:${name}`;
  return {
    read(): T {
      try {
        const value: unknown = JSON.parse(storage().getItem(key) ?? "null");
        return is(value) ? value : none;
      } catch {
        return none;
      }
    },
    keep(value: T): void {
      try {
        storage().setItem(key, JSON.stringify(value));
      } catch {
        // Full or forbidden: then it is forgotten.
      }
    },
  };
}
