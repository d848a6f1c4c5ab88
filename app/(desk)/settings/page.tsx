import type { Metadata } from "next";
import { ClosingForm, ExportLink } from "@/components/accounts/closing-form";
import { IgnoredPeople } from "@/components/accounts/ignored-people";
import { keptWords } from "@/components/accounts/kept-words";
import { ProfileForm } from "@/components/accounts/profile-form";
import { AddressForm, PasswordForm, SessionForms } from "@/components/accounts/settings-forms";
import { type Asked, asked } from "@/components/layout/address";
import { StatementsLink } from "@/components/moderation/fairness/statements-link";
import { NotificationSettings } from "@/components/notifications/notification-settings";
import { Alert } from "@/components/ui/alert";
import { ignoredBy, ownAddress } from "@/lib/accounts/queries";
import { isAuthor, isMember, type Viewer } from "@/lib/actor";
import { mailIsSent } from "@/lib/mail";
import { t } from "@/lib/messages";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("accounts.settings.title") };

const isSignedIn = (viewer: Viewer | null): viewer is Viewer => viewer !== null;
const parts = ["profile", "email", "password", "confirmed", "mail"] as const;

export default async function SettingsPage({ searchParams }: { searchParams: Asked }) {
  const viewer = await pageViewer("/settings", isSignedIn);
  if (!viewer) return null;
  const draft = await asked(searchParams, "draft");
  const [address, ignored, kept] = await Promise.all([ownAddress(viewer), ignoredBy(viewer), keptWords(draft)]);
  const saved = await asked(searchParams, "saved");
  const part = parts.find((each) => each === saved);
  return (
    <div className="desk-page">
      <h1>{t("accounts.settings.title")}</h1>
      {part && part !== "mail" && (
        <Alert kind="note" title={t(`accounts.settings.saved.${part}`)}>
          {t(`accounts.settings.savedText.${part}`)}
        </Alert>
      )}
      {isMember(viewer) ? (
        <>
          <ProfileForm viewer={viewer} kept={kept} />
          <AddressForm {...address} mailIsSent={mailIsSent()} kept={kept} />
          <PasswordForm kept={kept} />
          <IgnoredPeople people={ignored} />
        </>
      ) : (
        <Alert title={t("accounts.settings.suspendedTitle")}>{t("accounts.settings.suspendedText")}</Alert>
      )}
      <StatementsLink />
      <NotificationSettings viewer={viewer} kept={kept} saved={part === "mail"} />
      <SessionForms />
      <ExportLink />
      <ClosingForm kept={kept} writes={isAuthor(viewer)} />
    </div>
  );
}
