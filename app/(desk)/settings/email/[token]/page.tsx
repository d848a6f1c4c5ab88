import type { Metadata } from "next";
import { keptWords } from "@/components/accounts/kept-words";
import { LinkForm } from "@/components/accounts/link-form";
import { type Asked, asked } from "@/components/layout/address";
import { Alert } from "@/components/ui/alert";
import { linkWorks } from "@/lib/accounts/queries";
import { t } from "@/lib/messages";
import { currentViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("accounts.settings.confirmTitle") };

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Asked;
}

/** Opened from a mail, in any browser: the link itself is the proof. */
export default async function ConfirmAddressPage({ params, searchParams }: Props) {
  const { token } = await params;
  const viewer = await currentViewer();
  return (
    <div className="desk-page">
      <h1>{t("accounts.settings.confirmTitle")}</h1>
      {(await linkWorks("email_change", token)) ? (
        <LinkForm
          action={`/api/v1/viewer/email/${token}`}
          text={t("accounts.settings.confirmText")}
          button={t("accounts.settings.confirmButton")}
          kept={await keptWords(await asked(searchParams, "draft"))}
        />
      ) : (
        <Alert title={t("accounts.settings.spentTitle")}>
          {t("accounts.settings.spentText")}{" "}
          <a href={viewer ? "/settings" : "/sign-in?next=/settings"}>{t("accounts.settings.title")}</a>
        </Alert>
      )}
    </div>
  );
}
