import type { LegalCategory } from "@/prisma/generated/enums";

/** Code points of what somebody says to their objection, and of the answer to it. */
export const maxObjectionWords = 2_000;
export const maxAnswer = 2_000;
/** How long one may object (EU 2022/2065 art. 20(1)). */
export const monthsToObject = 6;

/** Of a report without an account: code points of its explanation and of a name. */
export const maxExplanation = 1_000;
export const maxReporterName = 80;
/** Milliseconds after which a form is no machine's any more, and after which it has gone stale. */
export const quickestReport = 3_000;
export const formLives = 24 * 60 * 60_000;

/** Which law is meant, in the order of the form. */
export const categories = [
  "illegal_speech",
  "defamation",
  "data_protection",
  "violence_against_women",
  "minors",
  "self_harm",
  "public_security",
  "fraud",
  "intellectual_property",
  "elections",
  "unsafe_goods",
  "animal_welfare",
  "other_law",
] as const satisfies readonly LegalCategory[];

/** The lists of objections, in the order of their tabs. */
export const objectionLists = ["open", "answered"] as const;
export type ObjectionList = (typeof objectionLists)[number];
