import { Table } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";
import type { PublicEntry } from "@/lib/moderation/schema";

/** What was done, one act a row: when, in which role, what, why. */
export function PublicLog({ entries }: { entries: readonly PublicEntry[] }) {
  const head = (["at", "role", "act", "reason"] as const).map((column) => t(`moderation.publicLog.columns.${column}`));
  return (
    <Table caption={t("moderation.publicLog.caption")} head={head}>
      {entries.map((entry) => (
        <tr key={entry.seq}>
          <td>
            <When at={new Date(entry.at)} as="moment" />
          </td>
          <td>{roleOf(entry)}</td>
          <td>
            {actOf(entry)} <Under entry={entry} />
          </td>
          <td>{entry.reason && t(`moderation.reasons.${entry.reason}`)}</td>
        </tr>
      ))}
    </Table>
  );
}

function roleOf({ role, machine, withoutAccount }: PublicEntry): string {
  if (role) return t(`accounts.people.roles.${role}`);
  if (withoutAccount) return t("moderation.publicLog.visitor");
  return machine ? t("moderation.publicLog.machine") : t("moderation.publicLog.nobody");
}

function actOf({ type, action, machine, kind, outcome }: PublicEntry): string {
  if (machine) return t(`moderation.publicLog.held.${machine}`);
  if (kind) return t(`moderation.publicLog.sanctioned.${kind}`);
  if (outcome) return t(`moderation.publicLog.answered.${outcome}`);
  if (type === "comment.decided") return t(`moderation.publicLog.decided.${action ?? "approve"}`);
  return t(`moderation.publicLog.acts.${type}`);
}

function Under({ entry: { article } }: { entry: PublicEntry }) {
  if (!article) return null;
  return (
    <cite lang={article.lang} dir={directionOf(article.lang)}>
      <a href={`/articles/${article.slug}`}>{article.title}</a>
    </cite>
  );
}
