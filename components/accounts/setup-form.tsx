import { AccountField, EmailField, NameField, NewPasswordField } from "@/components/accounts/account-fields";
import { Button } from "@/components/ui/button";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

const action = "/api/v1/setup";
const fields = ["token", "siteName", "name", "email", "password"] as const;

/** Makes the first admin, by the token of the address or one that is typed. */
export function SetupForm({ token, kept }: { token: string | undefined; kept: KeptForm | null }) {
  const typed = typedInto(kept, action, fields);
  const wrongToken = typed.problem?.code === "forbidden" ? typed.problem.detail : undefined;
  return (
    <form method="post" action={action}>
      <p>{t("accounts.setup.lead")}</p>
      <Refusal typed={typed} fields={fields} />
      {token && !wrongToken ? (
        <input type="hidden" name="token" value={token} />
      ) : (
        <AccountField
          typed={wrongToken ? { ...typed, focused: "token" } : typed}
          name="token"
          label={t("accounts.setup.token")}
          hint={t("accounts.setup.tokenHint")}
          fault={wrongToken}
          autoComplete="off"
          spellCheck={false}
          required
        />
      )}
      <AccountField
        typed={typed}
        name="siteName"
        label={t("accounts.setup.siteName")}
        hint={t("accounts.setup.siteNameHint")}
        defaultValue={t("common.siteName")}
        dir="auto"
        required
      />
      <NameField typed={typed} />
      <EmailField typed={typed} hint={t("accounts.form.emailHint")} />
      <NewPasswordField typed={typed} label={t("accounts.form.password")} />
      <Button kind="primary" wide>
        {t("accounts.setup.button")}
      </Button>
    </form>
  );
}

/** What the first admin does next. */
export function AfterSetup() {
  return (
    <section className="why">
      <p className="caps">{t("accounts.setup.whyCaps")}</p>
      <h2>{t("accounts.setup.whyTitle")}</h2>
      <p>{t("accounts.setup.whyText")}</p>
    </section>
  );
}
