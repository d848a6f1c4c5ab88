/** What a page gets as `searchParams`; a key given twice is a list. */
export type Asked = Promise<Record<string, string | string[] | undefined>>;

/** The one value of a query key, or undefined where it is missing or given twice. */
export async function asked(searchParams: Asked, key: string): Promise<string | undefined> {
  const value = (await searchParams)[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The address of the next page of a list, or null at its end. */
export function moreOf(path: string, nextCursor: string | null, other: Record<string, string> = {}): string | null {
  return nextCursor && `${path}?${new URLSearchParams({ ...other, cursor: nextCursor })}`;
}

/** A segment of a path as it was meant, or null where it does not decode. */
export function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
