import type { FieldError } from "@/lib/errors";

/** What is wrong with a field, or with a part of it (`picture.alt`, `tags.2`). */
export function faultOf(errors: readonly FieldError[], name: string): string | undefined {
  return errors.find(({ path }) => path === name || path.startsWith(`${name}.`))?.message;
}
