import { PersonDrawer } from "@/components/moderation/people/person-drawer";
import { When } from "@/components/ui/when";
import { formatNumber, t } from "@/lib/messages";
import type { WriterRecord as Known } from "@/lib/moderation/schema";

function Verdict({ verdict: { action, reason, note, at } }: { verdict: Known["decisions"][number] }) {
  const did = t(`moderation.did.${action}`);
  return (
    <li>
      <b>{reason ? t("moderation.didFor", { did, reason: t(`moderation.reasons.${reason}`) }) : did}</b>,{" "}
      <When at={new Date(at)} />
      {note && <p dir="auto">{note}</p>}
    </li>
  );
}

/** Who wrote it: since when they are here, how their comments fared, what was decided before. */
export function WriterRecord({ writer }: { writer: Known }) {
  const counted = ["published", "pending", "rejected", "removed"] as const;
  return (
    <section>
      <h2>{t("moderation.writer")}</h2>
      <dl className="facts">
        <dt>{t("moderation.record.name")}</dt>
        <dd>
          <a href={`/authors/${writer.handle}`}>
            <bdi>{writer.name}</bdi>
          </a>
        </dd>
        <dt>{t("measures.title")}</dt>
        <dd>
          <PersonDrawer handle={writer.handle} name={writer.name} />
        </dd>
        <dt>{t("moderation.record.since")}</dt>
        <dd>
          <When at={new Date(writer.memberSince)} />
        </dd>
        <dt>{t("moderation.record.role")}</dt>
        <dd>{t(`moderation.roles.${writer.role}`)}</dd>
        <dt>{t("moderation.record.status")}</dt>
        <dd>{t(`moderation.statuses.${writer.status}`)}</dd>
        <dt>{t("measures.trust")}</dt>
        <dd>{t(`measures.short.${writer.role === "reader" ? writer.trust : "staff"}`)}</dd>
        {counted.map((status) => (
          <Count key={status} label={t(`moderation.record.${status}`)} count={writer[status]} />
        ))}
      </dl>
      {writer.decisions.length > 0 && (
        <>
          <h3>{t("moderation.earlier")}</h3>
          <ul className="small">
            {writer.decisions.map((verdict) => (
              <Verdict key={verdict.at} verdict={verdict} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="num">{formatNumber(count)}</dd>
    </>
  );
}
