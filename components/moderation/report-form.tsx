import { ReportReasons } from "@/components/moderation/reason-choices";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { maxReportNote } from "@/lib/moderation/limits";

const fields = ["reason", "note"];

interface ReportFormProps {
  commentId: string;
  signedIn: boolean;
  kept: KeptForm | null;
}

/** Where the form stands; with its draft, what somebody who signs in on the way comes back to. */
export function reportHref(commentId: string, draft?: string): string {
  return `/comments/${commentId}/report${draft ? `?draft=${draft}` : ""}`;
}

/** A report by a plain form; what was chosen and typed survives a refusal and a sign-in. */
export function ReportForm({ commentId, signedIn, kept }: ReportFormProps) {
  const action = `/api/v1/comments/${commentId}/reports`;
  const typed = typedInto(kept, action, fields);
  return (
    <form method="post" action={action}>
      {kept && signedIn && kept.problem.code !== "unauthenticated" && (
        <Alert title={t("moderation.report.refused")}>{kept.problem.detail}</Alert>
      )}
      {!signedIn && (
        <Alert kind="note" title={t("moderation.report.signInTitle")}>
          {t("moderation.report.signInText")}{" "}
          {kept && (
            <a href={`/sign-in?next=${encodeURIComponent(reportHref(commentId, kept.id))}`}>
              {t("moderation.report.signInLink")}
            </a>
          )}
        </Alert>
      )}
      {kept && <input type="hidden" name="draft" value={kept.id} />}
      <ReportReasons chosen={typed.value("reason")} fault={typed.fault("reason")} />
      <TextArea
        name="note"
        label={t("moderation.report.note")}
        hint={t("moderation.report.noteHint", { count: maxReportNote })}
        fault={typed.fault("note")}
        defaultValue={typed.value("note")}
      />
      <Button kind="primary">{t(signedIn ? "moderation.report.send" : "moderation.report.signIn")}</Button>
    </form>
  );
}
