/** The wall clock, UTC. Nobody else reads it, so that a mutation's moment can be passed in. */
export function now(): Date {
  return new Date();
}

/** The same in milliseconds since 1970. */
export const nowMs = (): number => now().getTime();

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The moment `ms` milliseconds after `from`. */
export function after(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}
