import { maxPersonWindow, maxThreadWindow } from "@/lib/comments/screening/limits";
import type { Rules, Verb } from "@/lib/comments/screening/rules";
import { t } from "@/lib/messages";

/** One kind of line: what it looks like, an example for whoever got it wrong, and what it means. A string is what is wrong. */
interface LineKind {
  example: string;
  form: RegExp;
  /** Another line of the kind is taken too. */
  several?: true;
  read(parts: Record<string, string | undefined>, rules: Rules): string | undefined;
}

const verb = "(?<verb>hold|refuse)";
const within = "in (?<span>\\d{1,4}) (?<unit>minutes?|hours?)";
const line = (rest: string) => new RegExp(`^${rest}$`);
const verbOf = (written: string | undefined): Verb => (written === "refuse" ? "refuse" : "hold");
type Figure = "comments" | "minutes" | "length" | "links" | "share" | "letters";
const between = (value: number, least: number, most: number, what: Figure) =>
  value >= least && value <= most ? undefined : t(`screening.fault.rule.between.${what}`, { least, most });

function flood(which: "flood" | "threadFlood", least: number, most: number): LineKind["read"] {
  return ({ verb, count, span, unit }, rules) => {
    const minutes = Number(span) * (unit?.startsWith("hour") ? 60 : 1);
    rules[which] = { verb: verbOf(verb), count: Number(count), minutes };
    return between(Number(count), least, 1_000, "comments") ?? between(minutes, 1, most, "minutes");
  };
}

function above(which: "shouting" | "stretched", least: number, most: number, what: Figure): LineKind["read"] {
  return ({ verb, count }, rules) => {
    rules[which] = { verb: verbOf(verb), above: Number(count) };
    return between(Number(count), least, most, what);
  };
}

function plain(which: "repeated" | "unicode"): LineKind["read"] {
  return ({ verb }, rules) => {
    rules[which] = verbOf(verb);
    return undefined;
  };
}

/** The lines that stand by themselves, by the name before their colon. */
export const lineKinds: Record<string, LineKind> = {
  "new writers": {
    example: "new writers: fewer than 3 published",
    form: line("fewer than (?<count>\\d{1,4}) published"),
    read({ count }, rules) {
      rules.newBelow = Number(count);
      return between(Number(count), 1, 1_000, "comments");
    },
  },
  length: {
    example: "length: refuse over 5000",
    form: line(`${verb} (?<bound>over|under) (?<count>\\d{1,5})`),
    several: true,
    read({ verb, bound, count }, rules) {
      const over = bound === "over";
      rules.length.push({ verb: verbOf(verb), bound: over ? "over" : "under", count: Number(count) });
      return over ? between(Number(count), 100, 10_000, "length") : between(Number(count), 2, 500, "length");
    },
  },
  repeated: { example: "repeated: hold", form: line(verb), read: plain("repeated") },
  flood: {
    example: "flood: hold after 5 in 10 minutes",
    form: line(`${verb} after (?<count>\\d{1,4}) ${within}`),
    read: flood("flood", 1, maxPersonWindow),
  },
  "thread flood": {
    example: "thread flood: hold after 30 in 1 minute",
    form: line(`${verb} after (?<count>\\d{1,4}) ${within}`),
    read: flood("threadFlood", 5, maxThreadWindow),
  },
  links: {
    example: "links: hold over 2 by new writers",
    form: line(`${verb} over (?<count>\\d{1,2})(?<newOnly> by new writers)?`),
    several: true,
    read({ verb, count, newOnly }, rules) {
      rules.links.push({ verb: verbOf(verb), count: Number(count), newOnly: newOnly !== undefined });
      return between(Number(count), 0, 20, "links");
    },
  },
  unicode: { example: "unicode: hold", form: line(verb), read: plain("unicode") },
  shouting: {
    example: "shouting: hold over 70 %",
    form: line(`${verb} over (?<count>\\d{1,3}) ?%`),
    read: above("shouting", 40, 99, "share"),
  },
  stretched: {
    example: "stretched: hold over 8",
    form: line(`${verb} over (?<count>\\d{1,3})`),
    read: above("stretched", 4, 100, "letters"),
  },
  "first comments": {
    example: "first comments: hold 1",
    form: line("hold (?<count>\\d{1,3})"),
    read({ count }, rules) {
      rules.first = Number(count);
      return between(Number(count), 1, 100, "comments");
    },
  },
  learned: {
    example: "learned: hold over 95 %",
    form: line("hold over (?<count>\\d{1,2}) ?%"),
    read({ count }, rules) {
      rules.learned = Number(count) / 100;
      return between(Number(count), 50, 99, "share");
    },
  },
};
