import { Alert } from "@/components/ui/alert";
import type { Viewer } from "@/lib/actor";
import { previewForm } from "@/lib/comments/preview";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

interface FormStateProps {
  viewer: Viewer | null;
  kept: KeptForm | null;
  /** This page, with its draft: where signing in comes back to. */
  here: string;
  /** What did not happen. */
  refused: string;
}

/** What stands between somebody and what they wanted to send: signing in, or what was wrong with it. */
export function FormState({ viewer, kept, here, refused }: FormStateProps) {
  if (!viewer) {
    const next = encodeURIComponent(here);
    return (
      <Alert kind="note" title={t("comments.signInTitle")}>
        {kept && `${t("comments.signInText")} `}
        <a href={`/sign-in?next=${next}`}>{t("comments.signIn")}</a>{" "}
        <a href={`/sign-up?next=${next}`}>{t("comments.signUp")}</a>
      </Alert>
    );
  }
  if (!kept || kept.form === previewForm) return null;
  if (kept.problem.code === "unauthenticated") {
    return (
      <Alert kind="note" title={t("comments.signedInTitle")}>
        {t("comments.signedInText")}
      </Alert>
    );
  }
  return <Alert title={refused}>{kept.problem.detail}</Alert>;
}
