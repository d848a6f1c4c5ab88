import type { Metadata } from "next";
import { FormPage } from "@/components/accounts/form-page";
import { keptWords } from "@/components/accounts/kept-words";
import { ResetRequestForm } from "@/components/accounts/reset-forms";
import { type Asked, asked } from "@/components/layout/address";
import { Alert } from "@/components/ui/alert";
import { mailIsSent } from "@/lib/mail";
import { t } from "@/lib/messages";

export const metadata: Metadata = { title: t("accounts.reset.title"), robots: { index: false } };

export default async function ResetPasswordPage({ searchParams }: { searchParams: Asked }) {
  const kept = await keptWords(await asked(searchParams, "draft"));
  return (
    <FormPage title={t("accounts.reset.title")}>
      {(await asked(searchParams, "sent")) ? (
        <Alert kind="note" title={t("accounts.reset.sentTitle")}>
          {t("accounts.reset.sentText")} {!mailIsSent() && t("accounts.reset.noMail")}
        </Alert>
      ) : (
        <ResetRequestForm kept={kept} />
      )}
    </FormPage>
  );
}
