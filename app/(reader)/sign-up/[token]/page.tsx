import type { Metadata } from "next";
import { FormPage } from "@/components/accounts/form-page";
import { keptWords } from "@/components/accounts/kept-words";
import { LinkForm } from "@/components/accounts/link-form";
import { type Asked, asked } from "@/components/layout/address";
import { Alert } from "@/components/ui/alert";
import { linkWorks } from "@/lib/accounts/queries";
import { answerStatus } from "@/lib/document";
import { t } from "@/lib/messages";

export const metadata: Metadata = { title: t("accounts.signUp.confirmTitle"), robots: { index: false } };

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Asked;
}

export default async function ConfirmSignUpPage({ params, searchParams }: Props) {
  const { token } = await params;
  const works = await linkWorks("sign_up", token);
  if (!works) answerStatus(404);
  return (
    <FormPage title={t("accounts.signUp.confirmTitle")}>
      {works ? (
        <LinkForm
          action={`/api/v1/accounts/${token}`}
          text={t("accounts.signUp.confirmText")}
          button={t("accounts.signUp.confirmButton")}
          kept={await keptWords(await asked(searchParams, "draft"))}
        />
      ) : (
        <Alert title={t("accounts.signUp.spentTitle")}>
          {t("accounts.signUp.spentText")} <a href="/sign-up">{t("accounts.signUp.again")}</a>.
        </Alert>
      )}
    </FormPage>
  );
}
