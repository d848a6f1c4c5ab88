import { Fact, Facts } from "@/components/moderation/people/facts";
import { When } from "@/components/ui/when";
import { formatNumber, t } from "@/lib/messages";
import type { PersonOutput } from "@/lib/moderation/people/schema";

/** Since when they are here, how their comments and reports fared, how far they are trusted. */
export function PersonRecord({ person }: { person: PersonOutput }) {
  const { comments, reports, trust } = person;
  const share = comments.approvedShare;
  return (
    <section aria-labelledby="record-head">
      <h2 id="record-head">{t("measures.record")}</h2>
      <Facts>
        <Fact name={t("measures.here")}>
          <When at={new Date(person.memberSince)} />
        </Fact>
        <Fact name={t("measures.role")}>{t(`moderation.roles.${person.role}`)}</Fact>
        <Fact name={t("measures.status")}>{t(`moderation.statuses.${person.status}`)}</Fact>
        {(["published", "pending", "rejected", "removed"] as const).map((status) => (
          <Fact key={status} name={t(`measures.counts.${status}`)}>
            {formatNumber(comments[status])}
          </Fact>
        ))}
        <Fact name={t("measures.counts.approvedShare")}>
          {share === null ? t("measures.noShare") : t("measures.percent", { share: Math.round(100 * share) })}
        </Fact>
        <Fact name={t("measures.counts.reportsMade")}>{formatNumber(reports.made)}</Fact>
        <Fact name={t("measures.counts.reportsUpheld")}>{formatNumber(reports.upheld)}</Fact>
        <Fact name={t("measures.trust")}>
          {t(`measures.levels.${person.role === "reader" ? trust.level : "staff"}`)}
          <span className="small">{t("measures.trustFacts", trust)}</span>
        </Fact>
      </Facts>
      <p className="actions">
        <a href={`/moderation?status=all&person=${person.handle}`}>{t("measures.inQueue")}</a>
        <a href={`/people/${person.handle}`}>{t("measures.publicPage")}</a>
      </p>
    </section>
  );
}
