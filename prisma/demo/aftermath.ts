import type { PasserBy } from "@/prisma/demo/passers-by";
import type { ReportReason, SanctionKind } from "@/prisma/generated/enums";

/** A measure against a passer-by; with `after`, once so many of their comments were turned away, else when they had written their last. */
export interface DemoMeasure {
  against: PasserBy;
  kind: SanctionKind;
  reason: ReportReason;
  message: string;
  after?: number;
  /** Days later it was ended, and why. */
  ended?: { days: number; why: string };
}

const selling = "You came to sell. The account is closed to you; the magazine is still open to read.";

export const measures: readonly DemoMeasure[] = [
  { against: "luckyreels", kind: "ban", reason: "spam", message: selling },
  { against: "essays", kind: "ban", reason: "spam", message: selling },
  { against: "slimtea", kind: "ban", reason: "spam", message: selling },
  { against: "coins", kind: "ban", reason: "spam", message: selling },
  { against: "lenses", kind: "ban", reason: "spam", message: selling },
  { against: "thunder", kind: "warn", reason: "harassment", message: "Please argue with letters.", after: 2 },
  { against: "thunder", kind: "ban", reason: "hate", message: "You were asked twice, and then it became worse." },
  { against: "sideburn", kind: "warn", reason: "harassment", message: "Leave Mr Pryce in peace.", after: 2 },
  { against: "sideburn", kind: "hold", reason: "harassment", message: "What you write is read first from now on." },
  { against: "pike", kind: "suspend", reason: "violence", message: "No threats. Write to us if you mean to stay." },
  { against: "marl", kind: "ban", reason: "illegal", message: "We publish nobody’s address." },
  { against: "wendell", kind: "warn", reason: "hate", message: "Islanders read this too.", after: 3 },
  {
    ...{
      against: "ottoline",
      kind: "hold",
      reason: "misinformation",
      message: "Bring sources, and it is over.",
      after: 3,
    },
    ended: { days: 12, why: "She brought one." },
  },
];

/** An objection to the decision on the nth comment of a passer-by that was turned away, so many hours later. */
export interface DemoObjection {
  by: PasserBy;
  nth: number;
  hours: number;
  words: string;
  answer?: { outcome: "granted" | "refused"; words: string; hours: number };
}

export const objections: readonly DemoObjection[] = [
  {
    ...{ by: "bertram", nth: 4, hours: 3, words: "It stood under a letter about the swimming pool." },
    answer: { outcome: "granted", words: "So it did. It is back, and the pool is open from ten.", hours: 5 },
  },
  {
    ...{ by: "sideburn", nth: 2, hours: 1, words: "It was meant as advice." },
    answer: { outcome: "refused", words: "Advice has no “pathetic” in it.", hours: 9 },
  },
  {
    ...{ by: "wendell", nth: 3, hours: 6, words: "You asked what to count. I would count the football." },
    answer: { outcome: "granted", words: "You are right, that was the question. It is back.", hours: 14 },
  },
  {
    ...{ by: "thunder", nth: 4, hours: 2, words: "Free speech!" },
    answer: { outcome: "refused", words: "It is, elsewhere too. Here there are rules of the house.", hours: 20 },
  },
  {
    ...{ by: "ottoline", nth: 5, hours: 8, words: "I have a source now. Bread: the town’s own list, page 4." },
    answer: {
      outcome: "granted",
      words: "The list says so indeed of one bakery. Put back; please name it.",
      hours: 26,
    },
  },
  {
    ...{ by: "pike", nth: 2, hours: 4, words: "A figure of speech." },
    answer: { outcome: "refused", words: "Of a dentist. It stays away.", hours: 7 },
  },
  {
    ...{ by: "coins", nth: 1, hours: 1, words: "This is financial education." },
    answer: { outcome: "refused", words: "It is an advertisement.", hours: 3 },
  },
  {
    ...{ by: "petrichor", nth: 4, hours: 12, words: "But I was on the bus, and it was about buses." },
    answer: { outcome: "granted", words: "It was. Welcome.", hours: 11 },
  },
  { by: "marl", nth: 3, hours: 30, words: "Everybody does know it." },
];
