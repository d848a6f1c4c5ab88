import { upwards } from "@/lib/comments/screening/domains";
import { matchMargin, maxMatches } from "@/lib/comments/screening/limits";
import type { Rules, Verb } from "@/lib/comments/screening/rules";
import { inWords, type Said } from "@/lib/comments/screening/sayings";
import type { Finding, Hold, HoldStep, Match, Submission } from "@/lib/comments/screening/submission";
import { t } from "@/lib/messages";
import { codePoints } from "@/lib/text";

export type Step = (submission: Submission, rules: Rules) => Finding[];

/** What a rule finds: a reason to wait, or a refusal that says what to change. */
export function finding(verb: Verb, step: HoldStep, what: string | Said, matched: Match[] = []): Finding {
  const kept = matched.slice(0, maxMatches);
  const why = holdFor(step, what);
  if (verb === "hold") return { verb, why: { ...why, ...(kept.length > 0 && { matched: kept }) } };
  const words = [...new Set(kept.map(({ found }) => t("screening.fault.quoted", { found })))].join(", ");
  const { detail, said = { key: "notTaken", values: { words } } } = why;
  const told = words === "" ? t("screening.fault.change", { detail }) : t("screening.fault.notTaken", { words });
  return { verb, why: { step, detail: told, said, code: "invalid" } };
}

/** A reason to wait: in the moderators' own words, or by its name and figures. */
export function holdFor(step: HoldStep, what: string | Said): Hold {
  return typeof what === "string" ? { step, detail: what } : { step, detail: inWords(what), said: what };
}

/** A place in a text with a few words on either side. */
function matchAt(text: string, entry: string, start: number, end: number): Match {
  const cut = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, " ").toWellFormed();
  return {
    entry,
    before: cut(start - matchMargin, start),
    found: cut(start, Math.min(end, start + 100)),
    after: cut(end, end + matchMargin),
  };
}

export const length: Step = ({ text }, rules) => {
  if (rules.length.length === 0) return [];
  const size = codePoints(text.trim());
  return rules.length.flatMap(({ verb, bound, count }) => {
    if (bound === "over" ? size <= count : size >= count) return [];
    return [
      finding(verb, "length", {
        key: bound === "over" ? "lengthOver" : "lengthUnder",
        values: { size, count },
      }),
    ];
  });
};

export const words: Step = ({ text }, { words, wordLists }) => {
  const found = words.search(text);
  return wordLists.flatMap(({ verb, title }, list) => {
    const here = found.filter((each) => each.list === list);
    if (here.length === 0) return [];
    const matched = here.map(({ entry, start, end }) => matchAt(text, entry, start, end));
    return [finding(verb, "words", title, matched)];
  });
};

export const domains: Step = ({ hosts }, { domains, domainLists }) => {
  if (domains.size === 0 || hosts.length === 0) return [];
  const matched = domainLists.map((): Match[] => []);
  for (const host of hosts)
    for (const domain of upwards(host))
      for (const list of domains.get(domain) ?? [])
        matched[list]?.push({ entry: domain, before: "", found: host, after: "" });
  return domainLists.flatMap(({ verb, title }, list) => {
    const here = matched[list] ?? [];
    return here.length > 0 ? [finding(verb, "domains", title, here)] : [];
  });
};

export const links: Step = ({ links, hosts, writer }, rules) =>
  rules.links
    .filter(({ count, newOnly }) => links > count && (!newOnly || writer.published < rules.newBelow))
    .slice(0, 1)
    .map(({ verb, count }) =>
      finding(
        verb,
        "links",
        { key: "links", values: { links, count } },
        hosts.map((host) => ({ entry: "", before: "", found: host, after: "" })),
      ),
    );

/** Orders that turn the reading direction (UAX 9), six marks on one letter, three signs in a row that cannot be seen. Flags and joined emoji are none. */
const hostile =
  /[\u202a-\u202e\u2066-\u2069]|[^\p{M}]\p{M}{6,}|(?:\u034f|[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\ufff9-\ufffb]){3,}|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,8})[\u{e0001}-\u{e007f}]/u;

export const unicode: Step = ({ text }, { unicode: verb }) => {
  const at = verb && hostile.exec(text);
  if (!verb || !at) return [];
  const { entry, before, found, after } = matchAt(text, "", at.index, at.index + at[0].length);
  const seen = [...found]
    .slice(0, 8)
    .map((each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
  return [finding(verb, "unicode", seen.join(" "), [{ entry, before, found: seen.join(" "), after }])];
};

/** Cased letters from which it is shouting, rather than an abbreviation. */
const loud = 20;

export const shouting: Step = ({ text }, { shouting: rule }) => {
  if (!rule) return [];
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (upper < loud) return [];
  const share = Math.round((100 * upper) / (upper + (text.match(/\p{Ll}/gu)?.length ?? 0)));
  return share > rule.above
    ? [finding(rule.verb, "shouting", { key: "shouting", values: { share, above: rule.above } })]
    : [];
};

const run = /([^\s\-=_.~*#`|+0-9])\1{3,}/gu;

export const stretched: Step = ({ text }, { stretched: rule }) => {
  if (!rule) return [];
  const found = [...text.matchAll(run)].filter(([all]) => codePoints(all) > rule.above);
  const matched = found.slice(0, maxMatches).map(({ 0: all, index }) => matchAt(text, "", index, index + all.length));
  return matched.length > 0
    ? [finding(rule.verb, "stretched", { key: "stretched", values: { above: rule.above } }, matched)]
    : [];
};
