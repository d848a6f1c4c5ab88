import { Table } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import { t } from "@/lib/messages";
import type { DecisionOutput } from "@/lib/moderation/schema";

/** Decisions, one a row: when, who, what, on whose comment, why. */
export function LogTable({ decisions }: { decisions: DecisionOutput[] }) {
  const head = (["at", "moderator", "action", "writer", "reason"] as const).map((column) =>
    t(`moderation.columns.${column}`),
  );
  return (
    <Table caption={t("moderation.logHint")} head={head}>
      {decisions.map((decision) => (
        <tr key={decision.id}>
          <td>
            <When at={new Date(decision.at)} as="moment" />
          </td>
          <td>
            <bdi>{decision.moderator?.name ?? t("moderation.formerModerator")}</bdi>
          </td>
          <td>
            {decision.undoneAt ? (
              <s>{t(`moderation.did.${decision.action}`)}</s>
            ) : (
              t(`moderation.did.${decision.action}`)
            )}
            {decision.undoneAt && <p className="small">{t("queue.takenBack")}</p>}
          </td>
          <td>
            <bdi>{decision.writer?.name ?? t("moderation.nobody")}</bdi>{" "}
            <a href={`/moderation?status=${queueOf(decision)}&comment=${decision.commentId}`}>
              {t("moderation.seeComment")}
            </a>
          </td>
          <td>
            {decision.reason && t(`moderation.reasons.${decision.reason}`)}
            {decision.note && <p dir="auto">{decision.note}</p>}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** The list in which the decision left the comment. */
function queueOf({ fromStatus, toStatus, undoneAt }: DecisionOutput): string {
  const status = undoneAt ? fromStatus : toStatus;
  return status === "deleted" ? "removed" : status;
}
