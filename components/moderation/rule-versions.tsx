import { rulesAction } from "@/components/moderation/rules-form";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import type { RulesOutput, VersionItem } from "@/lib/comments/screening/schema";
import { formatDay, t } from "@/lib/messages";

const columns = ["number", "at", "by", "mode", "why", "acts"] as const;
const addressOf = (number: number) => `/moderation/rules/versions/${number}`;

/** Puts the words of a version in force, as a new one. */
function Restore({ number, revision, label }: { number: number; revision: number; label: string }) {
  return (
    <form method="post" action={`${rulesAction}/versions/${number}/restore`}>
      <input type="hidden" name="revision" value={revision} />
      <Button>{label}</Button>
    </form>
  );
}

/** Who changed the rules, when and why, with the way back to each. */
export function RuleVersions({ versions, revision }: { versions: VersionItem[]; revision: number }) {
  if (versions.length === 0) return <p>{t("screening.versions.none")}</p>;
  return (
    <Table caption={t("screening.versions.caption")} head={columns.map((column) => t(`screening.versions.${column}`))}>
      {versions.map(({ number, at, by, mode, why, restored }) => (
        <tr key={number}>
          <th scope="row">{number}</th>
          <td>
            <When at={new Date(at)} as="moment" />
          </td>
          <td>
            <bdi>{by?.name ?? t("screening.versions.nobody")}</bdi>
          </td>
          <td>{t(`screening.versions.${mode}`)}</td>
          <td dir="auto">
            {restored !== null && t("screening.versions.restored", { number: restored })} {why}
          </td>
          <td>
            <div className="acts">
              <a href={addressOf(number)}>{t("screening.versions.see", { number })}</a>
              <Restore number={number} revision={revision} label={t("screening.versions.restore", { number })} />
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** What is being tried beside the rules that decide. */
export function ShadowNote({ rules: { shadow, revision } }: { rules: RulesOutput }) {
  if (!shadow) return null;
  const { number, at, why } = shadow;
  return (
    <section className="box" aria-labelledby="in-shadow">
      <h2 id="in-shadow">{t("screening.inShadow.title", { day: formatDay(new Date(at)) })}</h2>
      <p dir="auto">{t("screening.inShadow.text", { number, why })}</p>
      <div className="acts">
        <a href={addressOf(number)}>{t("screening.inShadow.see", { number })}</a>
        <Restore number={number} revision={revision} label={t("screening.inShadow.use", { number })} />
      </div>
    </section>
  );
}
