import type { Flood } from "@/lib/comments/screening/rules";
import type { Said } from "@/lib/comments/screening/sayings";
import type { Finding } from "@/lib/comments/screening/submission";
import { finding, type Step } from "@/lib/comments/screening/text-steps";
import { t } from "@/lib/messages";

export const closed: Step = ({ open }) =>
  open ? [] : [{ verb: "refuse", why: { step: "closed", detail: t("screening.fault.closed"), code: "conflict" } }];

export const writer: Step = ({ writer: { status } }) => {
  if (status === "active") return [];
  const detail = t("screening.fault.writer", { status });
  return [{ verb: "refuse", why: { step: "writer", detail, code: "forbidden" } }];
};

/** A measure against the writer holds whatever they write, in whatever office. */
export const measure: Step = ({ writer: { held } }) => {
  if (!held) return [];
  const said: Said = held.until
    ? { key: "measureUntil", values: { until: held.until.getTime() } }
    : { key: "measure", values: {} };
  return [finding("hold", "measure", said)];
};

export const repeated: Step = (submission, rules) =>
  rules.repeated && submission.repeated ? [finding(rules.repeated, "repeated", { key: "repeated", values: {} })] : [];

/** Only new writers are slowed: not whoever has as many comments published as `newBelow` says, nor whoever is trusted. */
export const flood: Step = ({ writer, recent }, { flood, threadFlood, newBelow }) => {
  if (writer.published >= newBelow || writer.level === "trusted") return [];
  const person = flood && recent.byWriter >= flood.count ? [slowed(flood, recent.byWriter, "floodWriter")] : [];
  const thread =
    threadFlood && recent.underArticle >= threadFlood.count
      ? [slowed(threadFlood, recent.underArticle, "floodThread")]
      : [];
  return [...person, ...thread];
};

function slowed({ verb, minutes }: Flood, count: number, key: "floodWriter" | "floodThread"): Finding {
  const said = { key, values: { count, minutes } };
  if (verb === "hold") return finding(verb, "flood", said);
  const detail = t("screening.fault.flood", { minutes });
  return { verb, why: { step: "flood", detail, said, code: "rate_limited", retryAfter: minutes * 60 } };
}

/** The rule says how many wait at least; the site's levels of trust may ask for more, and let through whoever is trusted. */
export const first: Step = ({ writer: { published, level } }, { first }) => {
  if (first === 0 || level === "trusted" || (level === "known" && published >= first)) return [];
  const said: Said =
    published < first ? { key: "first", values: { published, first } } : { key: "firstUnknown", values: {} };
  return [finding("hold", "first", said)];
};

/** Finds nothing while the site has learned nothing. */
export const learned: Step = ({ learned }, rules) => {
  if (learned === null || rules.learned === null || learned.score <= rules.learned) return [];
  const matched = learned.because.map((entry) => ({ entry, before: "", found: entry, after: "" }));
  const said: Said = { key: "learned", values: { percent: Math.round(100 * learned.score) } };
  return [finding("hold", "learned", said, matched)];
};

export const ofTheArticle: Step = ({ policy, writer }) => {
  if (policy === "all_held") return [finding("hold", "all_held", { key: "allHeld", values: {} })];
  if (policy !== "first_held" || writer.level !== "new") return [];
  const key = writer.published === 0 ? "firstHeld" : "firstHeldUnknown";
  return [finding("hold", "first_held", { key, values: {} })];
};
