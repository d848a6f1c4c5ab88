import type { Metadata } from "next";
import { FormPage, WhyAName } from "@/components/accounts/form-page";
import { keptWords } from "@/components/accounts/kept-words";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { SignedIn } from "@/components/accounts/signed-in";
import { type Asked, asked } from "@/components/layout/address";
import { Alert } from "@/components/ui/alert";
import { t } from "@/lib/messages";
import { safePath } from "@/lib/origin";
import { currentViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("accounts.signIn.title"), robots: { index: false } };

export default async function SignInPage({ searchParams }: { searchParams: Asked }) {
  const [draft, done] = [await asked(searchParams, "draft"), await asked(searchParams, "done")];
  const next = safePath(await asked(searchParams, "next"), "/");
  const [viewer, kept] = await Promise.all([currentViewer(), keptWords(draft)]);
  // Words of another page's form, on their way through here.
  const carried = kept !== null && kept.form !== "/api/v1/sessions";
  const onward = carried ? `${next}${next.includes("?") ? "&" : "?"}draft=${kept.id}` : next;
  if (viewer) return <SignedIn viewer={viewer} next={onward} />;
  return (
    <FormPage title={t("accounts.signIn.title")} why={<WhyAName />}>
      {(carried || next.includes("draft=")) && (
        <Alert kind="note" title={t("accounts.signIn.kept")}>
          {t("accounts.signIn.keptText")}
        </Alert>
      )}
      {done === "password" && (
        <Alert kind="note" title={t("accounts.signIn.passwordDone")}>
          {t("accounts.signIn.passwordDoneText")}
        </Alert>
      )}
      {done === "everywhere" && <Alert kind="note" title={t("accounts.signIn.everywhereDone")} />}
      <SignInForm next={onward} kept={kept} />
    </FormPage>
  );
}
