import { AccountField } from "@/components/accounts/account-fields";
import { Button } from "@/components/ui/button";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

interface LinkFormProps {
  action: string;
  text: string;
  button: string;
  kept: KeptForm | null;
  /** Asks for the password as well. */
  password?: boolean;
}

/** The button that a mailed link leads to: opening the link alone, as a scanner of mail does, changes nothing. */
export function LinkForm({ action, text, button, kept, password = false }: LinkFormProps) {
  const fields = password ? ["password"] : [];
  const typed = typedInto(kept, action, fields);
  return (
    <form method="post" action={action}>
      <Refusal typed={typed} fields={fields} />
      <p>{text}</p>
      {password && (
        <AccountField
          typed={typed}
          name="password"
          label={t("accounts.form.password")}
          hint={t("accounts.signUp.confirmPassword")}
          type="password"
          autoComplete="current-password"
          required
        />
      )}
      <p className="actions">
        <Button kind="primary">{button}</Button>
      </p>
    </form>
  );
}
