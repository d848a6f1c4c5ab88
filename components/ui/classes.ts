/** `classes("button", kind, busy && "busy")`: the names that hold, joined. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
