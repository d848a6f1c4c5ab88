import type { Metadata } from "next";
import { FormPage, WhyAName } from "@/components/accounts/form-page";
import { keptWords } from "@/components/accounts/kept-words";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { SignedIn } from "@/components/accounts/signed-in";
import { type Asked, asked } from "@/components/layout/address";
import { Alert } from "@/components/ui/alert";
import { t } from "@/lib/messages";
import { safePath } from "@/lib/origin";
import { currentViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("accounts.signUp.title"), robots: { index: false } };

export default async function SignUpPage({ searchParams }: { searchParams: Asked }) {
  const next = safePath(await asked(searchParams, "next"), "/");
  const [viewer, kept] = await Promise.all([currentViewer(), keptWords(await asked(searchParams, "draft"))]);
  if (viewer) return <SignedIn viewer={viewer} next={next} />;
  return (
    <FormPage title={t("accounts.signUp.title")} why={<WhyAName />}>
      {(await asked(searchParams, "sent")) ? (
        <Alert kind="note" title={t("accounts.signUp.sentTitle")}>
          {t("accounts.signUp.sentText")}
        </Alert>
      ) : (
        <SignUpForm next={next} kept={kept} />
      )}
    </FormPage>
  );
}
