import { EmailField, NameField, NewPasswordField } from "@/components/accounts/account-fields";
import { Button } from "@/components/ui/button";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

const action = "/api/v1/accounts";
const fields = ["name", "email", "password"] as const;

/** Opens an account, and goes on to `next`. */
export function SignUpForm({ next, kept }: { next: string; kept: KeptForm | null }) {
  const typed = typedInto(kept, action, fields);
  return (
    <form method="post" action={action}>
      <Refusal typed={typed} fields={fields} />
      <input type="hidden" name="next" value={next} />
      <NameField typed={typed} />
      <EmailField typed={typed} hint={t("accounts.form.emailHint")} />
      <NewPasswordField typed={typed} label={t("accounts.form.password")} />
      <Button kind="primary" wide>
        {t("accounts.signUp.button")}
      </Button>
      <p className="small">
        {t("accounts.signUp.haveOne")}{" "}
        <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{t("accounts.signUp.signIn")}</a>.
      </p>
    </form>
  );
}
