import { Table } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";
import type { PublicEntry } from "@/lib/moderation/schema";

/** What staff did, one act a row: when, in which role, what, why. */
export function PublicLog({ entries }: { entries: readonly PublicEntry[] }) {
  const head = (["at", "role", "act", "reason"] as const).map((column) => t(`moderation.publicLog.columns.${column}`));
  return (
    <Table caption={t("moderation.publicLog.caption")} head={head}>
      {entries.map((entry) => (
        <tr key={entry.seq}>
          <td>
            <When at={new Date(entry.at)} as="moment" />
          </td>
          <td>{entry.role ? t(`accounts.people.roles.${entry.role}`) : t("moderation.publicLog.nobody")}</td>
          <td>
            {actOf(entry)} <Under entry={entry} />
          </td>
          <td>{entry.reason && t(`moderation.reasons.${entry.reason}`)}</td>
        </tr>
      ))}
    </Table>
  );
}

function actOf({ type, action }: PublicEntry): string {
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
