import { t } from "@/lib/messages";
import {
  categories,
  grounds,
  holdOutcomes,
  machines,
  means,
  measureKinds,
  noticeOutcomes,
  objectionOutcomes,
  reportedReasons,
  sources,
  type Transparency,
} from "@/lib/moderation/figures/schema";

type Unit = "count" | "seconds" | "share";
export const sections = ["orders", "notices", "measures", "objections", "machines", "suspensions"] as const;
type Section = (typeof sections)[number];
type Name = keyof typeof import("@/messages/en/transparency.json")["figures"];

/** One figure of the report in words, with its parts. A figure of one part without a name is a number alone. */
export interface Figure {
  section: Section;
  /** Of EU 2022/2065. */
  article: string;
  name: Exclude<Name, "ordersPart">;
  unit: Unit;
  parts: { part: string; value: number | null }[];
}

const articles: Record<Section, string> = {
  orders: "15(1)(a)",
  notices: "15(1)(b)",
  measures: "15(1)(c)",
  objections: "15(1)(d)",
  machines: "15(1)(e)",
  suspensions: "24(1)",
};

type Reason = (typeof reportedReasons)[number];
const reasonName = (reason: Reason) =>
  reason === "none" ? t("transparency.noReason") : t(`moderation.reasons.${reason}`);
const categoryName = (category: (typeof categories)[number]) =>
  category === "none" ? t("transparency.noCategory") : t(`transparency.categories.${category}`);
const kindName = (kind: (typeof measureKinds)[number]) => t(`transparency.kinds.${kind}`);
const groundName = (ground: (typeof grounds)[number]) => t(`transparency.grounds.${ground}`);
const meansName = (found: (typeof means)[number]) => t(`transparency.means.${found}`);

/** The whole report as figures in words, in the order of the law: what the page shows and the table (CSV) holds. */
export function linesOf(report: Transparency): Figure[] {
  const { orders, notices, measures, objections, machines: held, suspensions, disputes } = report;
  const { byMachine } = held;
  return [
    ...of("orders", [alone("orders", orders.total)]),
    ...of("notices", [
      alone("notices", notices.total),
      parted("noticesByReason", reportedReasons, notices.byReason, reasonName),
      parted("noticesByCategory", categories, notices.byCategory, categoryName),
      parted("noticesBySource", sources, notices.bySource, (source) => t(`transparency.sources.${source}`)),
      parted("noticesByOutcome", noticeOutcomes, notices.byOutcome, (how) => t(`transparency.noticeOutcomes.${how}`)),
      alone("noticesAutomated", notices.processedAutomatically),
      alone("noticesMedian", notices.medianSeconds, "seconds"),
    ]),
    ...of("measures", [
      alone("measures", measures.total),
      parted("measuresByKind", measureKinds, measures.byKind, kindName),
      parted("measuresByGround", grounds, measures.byGround, groundName),
      parted("measuresByReason", reportedReasons, measures.byReason, reasonName),
      parted("measuresByMeans", means, measures.byMeans, meansName),
      alone("measuresAutomated", measures.automated),
      alone("measuresUndone", measures.undone),
      { name: "measuresGroups", unit: "count", parts: measures.groups.map(groupName) },
    ]),
    ...of("objections", [
      alone("objections", objections.total),
      parted("objectionsByMeasure", measureKinds, objections.byMeasure, kindName),
      parted("objectionsByReason", reportedReasons, objections.byReason, reasonName),
      parted("objectionsByOutcome", objectionOutcomes, objections.byOutcome, (how) =>
        t(`transparency.objectionOutcomes.${how}`),
      ),
      alone("objectionsMedian", objections.medianSeconds, "seconds"),
    ]),
    ...of("machines", [
      alone("machines", held.held),
      ...machines.flatMap((machine) => [
        parted(machine, holdOutcomes, byMachine[machine].byOutcome, (how) => t(`transparency.holdOutcomes.${how}`)),
        ...(machine === "standing" ? [] : [alone(`${machine}Error`, byMachine[machine].errorRate, "share")]),
      ]),
    ]),
    ...of("suspensions", [
      alone("suspensions", suspensions.total),
      parted("suspensionsByReason", reportedReasons, suspensions.byReason, reasonName),
      alone("disputes", disputes.total),
    ]),
  ];
}

type Line = Pick<Figure, "name" | "unit" | "parts">;

const of = (section: Section, lines: Line[]): Figure[] =>
  lines.map((line) => ({ section, article: articles[section], ...line }));

const alone = (name: Figure["name"], value: number | null, unit: Unit = "count"): Line => ({
  name,
  unit,
  parts: [{ part: "", value }],
});

const parted = <Key extends string>(
  name: Figure["name"],
  keys: readonly Key[],
  counts: Record<Key, number>,
  named: (key: Key) => string,
): Line => ({ name, unit: "count", parts: keys.map((key) => ({ part: named(key), value: counts[key] })) });

function groupName({ kind, ground, reason, means: found, count }: Transparency["measures"]["groups"][number]) {
  return { part: [kindName(kind), groundName(ground), reasonName(reason), meansName(found)].join("; "), value: count };
}
