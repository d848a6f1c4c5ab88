import { type Answer, attachment, ok, type Stream } from "@/lib/answer";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";
import { mostYears } from "@/lib/moderation/figures/limits";
import { periodOf } from "@/lib/moderation/figures/period";
import { type Transparency, transparencyOutput, transparencyQuery } from "@/lib/moderation/figures/schema";
import { spreadsheetOf } from "@/lib/moderation/figures/spreadsheet";
import { transparencyReport } from "@/lib/moderation/figures/transparency";
import { limits } from "@/lib/rate-limit";
import { route } from "@/lib/route";
import { siteSettings } from "@/lib/settings";

export const GET = route({
  summary:
    "The transparency report of a period (EU 2022/2065 art. 15 and 24), counted over the log; format=csv is a table",
  gate: "public",
  limit: limits.search,
  query: transparencyQuery,
  answers: { 200: transparencyOutput },
  run: async ({ query: { format, ...asked } }): Promise<Answer<Transparency | Stream>> => {
    const period = periodOf(asked, now());
    if (!period) throw new AppError("unreadable", t("transparency.fault", { years: mostYears }));
    const report = await transparencyReport(period);
    if (format === "json") return ok(report);
    const sheet = spreadsheetOf(report, (await siteSettings()).name);
    return attachment(`transparency-${period.from}-${period.to}.csv`, sheet, "text/csv; charset=utf-8");
  },
});
