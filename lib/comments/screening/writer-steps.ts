import type { Flood } from "@/lib/comments/screening/rules";
import type { Finding } from "@/lib/comments/screening/submission";
import { finding, type Step } from "@/lib/comments/screening/text-steps";
import { formatDay } from "@/lib/messages";

export const closed: Step = ({ open }) =>
  open
    ? []
    : [{ verb: "refuse", why: { step: "closed", detail: "Comments on this piece are closed.", code: "conflict" } }];

export const writer: Step = ({ writer: { status } }) => {
  if (status === "active") return [];
  const detail = `This needs an active account: yours is ${status}.`;
  return [{ verb: "refuse", why: { step: "writer", detail, code: "forbidden" } }];
};

/** A measure against the writer holds whatever they write, in whatever office. */
export const measure: Step = ({ writer: { held } }) => {
  if (!held) return [];
  const end = held.until ? formatDay(held.until) : "a moderator ends that";
  return [finding("hold", "measure", `Their comments wait until ${end}.`)];
};

export const repeated: Step = (submission, rules) =>
  rules.repeated && submission.repeated
    ? [finding(rules.repeated, "repeated", "The same words stand under another piece or comment.")]
    : [];

/** Only new writers are slowed: not whoever has as many comments published as `newBelow` says, nor whoever is trusted. */
export const flood: Step = ({ writer, recent }, { flood, threadFlood, newBelow }) => {
  if (writer.published >= newBelow || writer.level === "trusted") return [];
  const person = flood && recent.byWriter >= flood.count ? [slowed(flood, recent.byWriter, "by this new writer")] : [];
  const thread =
    threadFlood && recent.underArticle >= threadFlood.count
      ? [slowed(threadFlood, recent.underArticle, "under this piece before a new writer's")]
      : [];
  return [...person, ...thread];
};

function slowed({ verb, minutes }: Flood, count: number, whose: string): Finding {
  const within = minutes === 1 ? "a minute" : `${minutes} minutes`;
  if (verb === "hold") return finding(verb, "flood", `${count} comments ${whose} within ${within}.`);
  const detail = `So many comments within ${within} are more than is taken from new writers. Wait a little; your words are kept.`;
  return { verb, why: { step: "flood", detail, code: "rate_limited", retryAfter: minutes * 60 } };
}

/** The rule says how many wait at least; the site's levels of trust may ask for more, and let through whoever is trusted. */
export const first: Step = ({ writer: { published, level } }, { first }) => {
  if (first === 0 || level === "trusted" || (level === "known" && published >= first)) return [];
  const wait =
    published < first
      ? `${published} comments of this writer are published: the first ${first} wait.`
      : "This writer is not known yet.";
  return [finding("hold", "first", wait)];
};

/** Finds nothing while the site has learned nothing. */
export const learned: Step = ({ learned }, rules) => {
  if (learned === null || rules.learned === null || learned.score <= rules.learned) return [];
  const matched = learned.because.map((entry) => ({ entry, before: "", found: entry, after: "" }));
  return [finding("hold", "learned", `${Math.round(100 * learned.score)} % like what was turned away here.`, matched)];
};

export const ofTheArticle: Step = ({ policy, writer }) => {
  if (policy === "all_held") return [finding("hold", "all_held", "Every comment on this piece waits.")];
  if (policy !== "first_held" || writer.level !== "new") return [];
  const why =
    writer.published === 0 ? "Nothing by this reader has been published yet." : "This reader is not known yet.";
  return [finding("hold", "first_held", why)];
};
