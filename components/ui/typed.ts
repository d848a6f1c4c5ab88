import type { KeptForm } from "@/lib/drafts";

/** What somebody typed into a form that was refused, and what is wrong with it. */
export interface Typed {
  problem: KeptForm["problem"] | null;
  value(name: string): string | undefined;
  fault(name: string): string | undefined;
  /** The field that takes the focus: the first at fault. */
  focused: string | null;
}

/** Reads a kept form if it is the one that this page shows (`action` is where it posts to), whose fields stand in this order. */
export function typedInto(kept: KeptForm | null, action: string, fields: readonly string[]): Typed {
  const own = kept?.form === action ? kept : null;
  const fault = (name: string) => own?.problem.errors.find(({ path }) => path === name)?.message;
  return {
    problem: own?.problem ?? null,
    value: (name) => own?.fields[name],
    fault,
    focused: fields.find((name) => fault(name) !== undefined) ?? null,
  };
}
