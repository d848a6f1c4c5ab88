import type { Metadata } from "next";
import { cookies } from "next/headers";
import { FormPage } from "@/components/accounts/form-page";
import { keptWords } from "@/components/accounts/kept-words";
import { LinkForm } from "@/components/accounts/link-form";
import { type Asked, asked } from "@/components/layout/address";
import { Alert } from "@/components/ui/alert";
import { waitingSignUp } from "@/lib/accounts/queries";
import { isFromSignUp } from "@/lib/accounts/sign-in";
import { answerStatus } from "@/lib/document";
import { t } from "@/lib/messages";
import { formCookieName } from "@/lib/session";

export const metadata: Metadata = { title: t("accounts.signUp.confirmTitle"), robots: { index: false } };

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Asked;
}

export default async function ConfirmSignUpPage({ params, searchParams }: Props) {
  const { token } = await params;
  const waiting = await waitingSignUp(token);
  if (!waiting) answerStatus(404);
  const cookie = (await cookies()).get(formCookieName("sign-up"))?.value;
  return (
    <FormPage title={t("accounts.signUp.confirmTitle")}>
      {waiting ? (
        <LinkForm
          action={`/api/v1/accounts/${token}`}
          text={t("accounts.signUp.confirmText")}
          button={t("accounts.signUp.confirmButton")}
          password={!isFromSignUp(waiting.email, cookie)}
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
