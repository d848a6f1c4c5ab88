import type { Metadata } from "next";
import { keptWords } from "@/components/accounts/kept-words";
import { LimitsForm } from "@/components/accounts/limits-form";
import { SiteForm } from "@/components/accounts/site-form";
import { TrustForm } from "@/components/accounts/trust-form";
import { type Asked, asked } from "@/components/layout/address";
import { NotYours } from "@/components/layout/not-yours";
import { Alert } from "@/components/ui/alert";
import { isAdmin } from "@/lib/actor";
import { t } from "@/lib/messages";
import { pageViewer } from "@/lib/session";
import { siteSettings } from "@/lib/settings";

export const metadata: Metadata = { title: t("accounts.site.title") };

export default async function SitePage({ searchParams }: { searchParams: Asked }) {
  const viewer = await pageViewer("/admin/settings", isAdmin);
  if (!viewer) return <NotYours room="site" />;
  const [settings, kept] = await Promise.all([siteSettings(), keptWords(await asked(searchParams, "draft"))]);
  return (
    <div className="desk-page">
      <h1>{t("accounts.site.title")}</h1>
      {(await asked(searchParams, "saved")) && (
        <Alert kind="note" title={t("accounts.site.saved")}>
          {t("accounts.site.savedText")}
        </Alert>
      )}
      <section aria-label={t("accounts.site.title")}>
        <SiteForm settings={settings} kept={kept} />
      </section>
      <TrustForm settings={settings} kept={kept} />
      <LimitsForm settings={settings} kept={kept} />
    </div>
  );
}
