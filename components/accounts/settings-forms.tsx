import { AccountField, NewPasswordField } from "@/components/accounts/account-fields";
import { Button } from "@/components/ui/button";
import { Refusal } from "@/components/ui/refusal";
import { type Typed, typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

const action = "/api/v1/viewer";

/** The kept form if it is the one of these: all of the settings post to one address. */
function keptOf(kept: KeptForm | null, part: string): KeptForm | null {
  return kept?.fields.part === part ? kept : null;
}

export function CurrentPassword({ typed, id, hint }: { typed: Typed; id: string; hint?: string }) {
  return (
    <AccountField
      typed={typed}
      name="currentPassword"
      id={id}
      hint={hint}
      label={t("accounts.form.currentPassword")}
      type="password"
      autoComplete="current-password"
      required
    />
  );
}

interface AddressFormProps {
  email: string;
  waiting: string | null;
  mailIsSent: boolean;
  kept: KeptForm | null;
}

/** Another address: it counts once the link that is mailed there is followed. */
export function AddressForm({ email, waiting, mailIsSent, kept }: AddressFormProps) {
  const fields = ["email", "currentPassword"];
  const typed = typedInto(keptOf(kept, "email"), action, fields);
  return (
    <section aria-labelledby="address-head">
      <h2 id="address-head">{t("accounts.settings.address")}</h2>
      <form method="post" action={action}>
        <Refusal typed={typed} fields={fields} />
        <p>
          {t("accounts.settings.addressNow", { email })}{" "}
          {waiting && t("accounts.settings.addressWaiting", { email: waiting })}
        </p>
        {!mailIsSent && <p className="hint">{t("accounts.settings.noMail")}</p>}
        <input type="hidden" name="part" value="email" />
        <AccountField
          typed={typed}
          name="email"
          label={t("accounts.settings.newAddress")}
          type="email"
          autoComplete="email"
          required
        />
        <CurrentPassword typed={typed} id="email-currentPassword" />
        <Button>{t("accounts.settings.addressButton")}</Button>
      </form>
    </section>
  );
}

/** Another password: every other browser is signed out. */
export function PasswordForm({ kept }: { kept: KeptForm | null }) {
  const fields = ["currentPassword", "password"];
  const typed = typedInto(keptOf(kept, "password"), action, fields);
  return (
    <section aria-labelledby="password-head">
      <h2 id="password-head">{t("accounts.settings.passwordHead")}</h2>
      <form method="post" action={action}>
        <Refusal typed={typed} fields={fields} />
        <p>{t("accounts.settings.passwordNote")}</p>
        <input type="hidden" name="part" value="password" />
        <CurrentPassword typed={typed} id="password-currentPassword" />
        <NewPasswordField typed={typed} label={t("accounts.form.newPassword")} />
        <Button>{t("accounts.settings.passwordButton")}</Button>
      </form>
    </section>
  );
}

/** Signing out, here or everywhere. */
export function SessionForms() {
  return (
    <section aria-labelledby="sessions-head">
      <h2 id="sessions-head">{t("accounts.settings.sessions")}</h2>
      <p>{t("accounts.settings.sessionsText")}</p>
      <div className="actions">
        <form className="inline" method="post" action="/api/v1/sessions/delete">
          <Button>{t("accounts.settings.signOut")}</Button>
        </form>
        <form className="inline" method="post" action="/api/v1/sessions/all/delete">
          <Button kind="danger">{t("accounts.settings.everywhere")}</Button>
        </form>
      </div>
    </section>
  );
}
