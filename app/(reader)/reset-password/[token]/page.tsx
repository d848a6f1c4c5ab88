import type { Metadata } from "next";
import { FormPage } from "@/components/accounts/form-page";
import { keptWords } from "@/components/accounts/kept-words";
import { ResetForm } from "@/components/accounts/reset-forms";
import { type Asked, asked } from "@/components/layout/address";
import { Alert } from "@/components/ui/alert";
import { linkWorks } from "@/lib/accounts/queries";
import { answerStatus } from "@/lib/document";
import { t } from "@/lib/messages";

export const metadata: Metadata = { title: t("accounts.reset.title"), robots: { index: false } };

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Asked;
}

export default async function NewPasswordPage({ params, searchParams }: Props) {
  const { token } = await params;
  const works = await linkWorks("password_reset", token);
  if (!works) answerStatus(404);
  return (
    <FormPage title={t("accounts.reset.title")}>
      {works ? (
        <ResetForm token={token} kept={await keptWords(await asked(searchParams, "draft"))} />
      ) : (
        <Alert title={t("accounts.reset.spentTitle")}>
          {t("accounts.reset.spentText")} <a href="/reset-password">{t("accounts.reset.again")}</a>.
        </Alert>
      )}
    </FormPage>
  );
}
