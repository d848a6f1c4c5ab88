import { csv } from "@/lib/csv";
import { t } from "@/lib/messages";
import { linesOf } from "@/lib/moderation/figures/lines";
import type { Transparency } from "@/lib/moderation/figures/schema";

/** The report as CSV: over what it was counted, then a line for each number. Times in seconds, shares from 0 to 1. */
export function spreadsheetOf(report: Transparency, publication: string): string {
  const { period, log } = report;
  const column = (name: "publication" | "period" | "entries" | "head") => t(`transparency.columns.${name}`);
  return csv([
    (["article", "figure", "part", "value", "unit"] as const).map((name) => t(`transparency.columns.${name}`)),
    ["", column("publication"), publication, null, ""],
    ["", column("period"), `${period.from}/${period.to}`, null, ""],
    ["", column("entries"), "", log.entries, t("transparency.units.count")],
    ["", column("head"), log.head.hash, log.head.seq, ""],
    ...linesOf(report).flatMap(({ article, name, unit, parts }) =>
      parts.map(({ part, value }) => [
        article,
        t(`transparency.figures.${name}`),
        part,
        value,
        t(`transparency.units.${unit}`),
      ]),
    ),
  ]);
}
