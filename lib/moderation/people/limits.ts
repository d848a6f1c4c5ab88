import type { BarKind, SanctionKind } from "@/prisma/generated/enums";

/** Code points of what a person is told with a measure, and of what those are told who are barred. */
export const maxMessage = 2_000;
/** Code points of a note of the team, and of why a measure was ended. */
export const maxNote = 2_000;
/** The measures, from the mildest on, in the order of the form. */
export const measures = ["warn", "hold", "suspend", "ban"] as const satisfies readonly SanctionKind[];
/** Measures that may end by themselves. */
export const timed = ["hold", "suspend"] as const satisfies readonly SanctionKind[];
/** Years that a measure or a bar may last, where an end is set. */
export const maxYears = 10;
export const barKinds = ["mail_domain", "network"] as const satisfies readonly BarKind[];
/** The fewest bits that a barred range's addresses share: fewer, and it is a part of the world. */
export const leastBits = { v4: 8, v6: 16 } as const;
/** The most, of IPv6: limits count a /64 as one (lib/rate-limit.ts). */
export const mostBits = { v4: 32, v6: 64 } as const;
/** Code points of a comment in a list. */
export const excerptLength = 240;
/** Decisions, comments, notes, names and networks on a person's page. */
export const shown = { decisions: 10, comments: 10, notes: 50, sanctions: 50, names: 20, networks: 5 } as const;
