import type { Is } from "@/components/elements/shapes";

const prefix = "rejoinder:";

/** Where a browser keeps nothing for sites, the entry of this page in its history does: it outlives a reload and a crash. */
const entry = (): Record<string, string> => ({ ...history.state?.kept });

function unlessForbidden<T>(act: () => T, otherwise: () => T): T {
  try {
    return act();
  } catch {
    return otherwise();
  }
}

/** Stores words on this device under a name; null forgets them. */
export function store(name: string, value: string | null) {
  const inHistory = (kept: Record<string, string>) => history.replaceState({ ...history.state, kept }, "");
  const { [name]: known, ...rest } = entry();
  if (known !== undefined) inHistory(rest);
  unlessForbidden(
    () => (value === null ? localStorage.removeItem(prefix + name) : localStorage.setItem(prefix + name, value)),
    () => value !== null && inHistory({ ...rest, [name]: value }),
  );
}

/** What is stored under a name. */
export function stored(name: string): string | null {
  return (
    entry()[name] ??
    unlessForbidden(
      () => localStorage.getItem(prefix + name),
      () => null,
    )
  );
}

/** Everything of that shape that is stored as JSON under names that begin so; what cannot be read, or is none, is passed over. */
export function storedUnder<T>(beginning: string, is: Is<T>): [name: string, value: T][] {
  const own = unlessForbidden(
    () => Object.keys(localStorage),
    () => [],
  );
  const names = [
    ...own.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
    ...Object.keys(entry()),
  ];
  return names
    .filter((name) => name.startsWith(beginning))
    .flatMap((name) =>
      unlessForbidden<[string, T][]>(
        () => {
          const value: unknown = JSON.parse(stored(name) ?? "");
          return is(value) ? [[name, value]] : [];
        },
        () => [],
      ),
    );
}
