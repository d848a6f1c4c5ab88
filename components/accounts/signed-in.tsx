import { FormPage } from "@/components/accounts/form-page";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Viewer } from "@/lib/actor";
import { t } from "@/lib/messages";

/** For somebody who is signed in already. */
export function SignedIn({ viewer, next }: { viewer: Viewer; next: string }) {
  return (
    <FormPage title={t("accounts.signIn.title")}>
      <p dir="auto">{t("accounts.signIn.already", { name: viewer.name })}</p>
      <form className="actions" method="post" action="/api/v1/sessions/delete">
        <input type="hidden" name="next" value="/sign-in" />
        <ButtonLink href={next} kind="primary">
          {t("accounts.signIn.goOn")}
        </ButtonLink>
        <Button>{t("accounts.signIn.signOut")}</Button>
        <a href="/settings">{t("accounts.settings.title")}</a>
      </form>
    </FormPage>
  );
}
