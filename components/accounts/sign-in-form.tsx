import { AccountField, EmailField } from "@/components/accounts/account-fields";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

const action = "/api/v1/sessions";
const fields = ["email", "password"] as const;

/** Signs in, and goes on to `next`. */
export function SignInForm({ next, kept }: { next: string; kept: KeptForm | null }) {
  const typed = typedInto(kept, action, fields);
  const wrong = typed.problem?.code === "unauthenticated";
  const sendLink = (
    <>
      {t("accounts.signIn.check")} <a href="/reset-password">{t("accounts.signIn.sendLink")}</a>.
    </>
  );
  return (
    <form method="post" action={action}>
      {wrong ? (
        <Alert title={t("accounts.signIn.failedTitle")}>{t("accounts.fault.signIn")}</Alert>
      ) : (
        <Refusal typed={typed} fields={fields} />
      )}
      <input type="hidden" name="next" value={next} />
      <EmailField typed={typed} />
      <AccountField
        typed={wrong ? { ...typed, focused: "password" } : typed}
        name="password"
        label={t("accounts.form.password")}
        fault={wrong ? sendLink : undefined}
        type="password"
        autoComplete="current-password"
        required
      />
      <Button kind="primary" wide>
        {t("accounts.signIn.button")}
      </Button>
      <p className="small">
        {t("accounts.signIn.newHere")}{" "}
        <a href={`/sign-up?next=${encodeURIComponent(next)}`}>{t("accounts.signIn.open")}</a>.{" "}
        {t("accounts.signIn.noneNeeded")}
      </p>
      <p className="small">
        {t("accounts.signIn.forgot")} <a href="/reset-password">{t("accounts.signIn.forgotLink")}</a>.
      </p>
    </form>
  );
}
