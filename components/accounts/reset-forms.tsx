import { EmailField, NewPasswordField } from "@/components/accounts/account-fields";
import { Button } from "@/components/ui/button";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

/** Asks for a link to choose a new password. */
export function ResetRequestForm({ kept }: { kept: KeptForm | null }) {
  const action = "/api/v1/password-resets";
  const typed = typedInto(kept, action, ["email"]);
  return (
    <form method="post" action={action}>
      <p>{t("accounts.reset.lead")}</p>
      <Refusal typed={typed} fields={["email"]} />
      <EmailField typed={typed} />
      <Button kind="primary" wide>
        {t("accounts.reset.button")}
      </Button>
      <p className="small">
        <a href="/sign-in">{t("accounts.reset.back")}</a>
      </p>
    </form>
  );
}

/** Chooses a new password by the link. */
export function ResetForm({ token, kept }: { token: string; kept: KeptForm | null }) {
  const action = `/api/v1/password-resets/${token}`;
  const typed = typedInto(kept, action, ["password"]);
  return (
    <form method="post" action={action}>
      <Refusal typed={typed} fields={["password"]} />
      <NewPasswordField typed={typed} label={t("accounts.form.newPassword")} />
      <Button kind="primary" wide>
        {t("accounts.reset.save")}
      </Button>
      <p className="small">{t("accounts.reset.saveNote")}</p>
    </form>
  );
}
