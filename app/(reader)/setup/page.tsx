import type { Metadata } from "next";
import { FormPage } from "@/components/accounts/form-page";
import { keptWords } from "@/components/accounts/kept-words";
import { AfterSetup, SetupForm } from "@/components/accounts/setup-form";
import { type Asked, asked } from "@/components/layout/address";
import { Alert } from "@/components/ui/alert";
import { isUnsettled } from "@/lib/accounts/queries";
import { t } from "@/lib/messages";

export const metadata: Metadata = { title: t("accounts.setup.title"), robots: { index: false } };

export default async function SetupPage({ searchParams }: { searchParams: Asked }) {
  const [token, draft] = [await asked(searchParams, "token"), await asked(searchParams, "draft")];
  if (!(await isUnsettled())) {
    return (
      <FormPage title={t("accounts.setup.title")}>
        <Alert kind="note" title={t("accounts.setup.doneTitle")}>
          {t("accounts.setup.doneText")} <a href="/sign-in">{t("accounts.setup.signIn")}</a>.
        </Alert>
      </FormPage>
    );
  }
  return (
    <FormPage title={t("accounts.setup.title")} why={<AfterSetup />}>
      <SetupForm token={token} kept={await keptWords(draft)} />
    </FormPage>
  );
}
