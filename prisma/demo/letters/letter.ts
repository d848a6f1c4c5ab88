import type { PasserBy } from "@/prisma/demo/passers-by";
import type { PersonKey } from "@/prisma/demo/people";
import type { ReportReason } from "@/prisma/generated/enums";

/** What somebody wrote to a standing page, and who. When, the rhythm of the week decides (rhythm.ts). */
export type Letter = readonly [by: PersonKey, body: string];

/** What a passer-by left there: turned away for a reason. */
export type Unwelcome = readonly [by: PasserBy, reason: ReportReason, body: string];
