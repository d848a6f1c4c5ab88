import { headers } from "next/headers";
import { type Asked, asked } from "@/components/layout/address";
import { pageMetadata } from "@/components/layout/metadata";
import { Page } from "@/components/layout/page";
import { PeriodForm } from "@/components/moderation/figures/period-form";
import { TransparencyReport } from "@/components/moderation/figures/transparency-report";
import { Alert } from "@/components/ui/alert";
import { now } from "@/lib/clock";
import { answerStatus } from "@/lib/document";
import { t } from "@/lib/messages";
import { mostYears } from "@/lib/moderation/figures/limits";
import { askedPeriod } from "@/lib/moderation/figures/period";
import { clientAddress } from "@/lib/origin";
import { addressKey, limits, spendIfLeft } from "@/lib/rate-limit";

export const generateMetadata = () =>
  pageMetadata({ title: t("transparency.title"), description: t("transparency.lead"), path: "/transparency" });

/** What EU 2022/2065 asks a publication to tell of its moderation, for any period. */
export default async function TransparencyPage({ searchParams }: { searchParams: Asked }) {
  const [from, to] = [await asked(searchParams, "from"), await asked(searchParams, "to")];
  const period = askedPeriod({ from, to }, now());
  const slow = period !== null && !(await spendIfLeft(limits.search, addressKey(clientAddress(await headers()))));
  if (slow) answerStatus(429);
  if (!period) answerStatus(400);
  return (
    <Page>
      <div className="plain">
        <h1>{t("transparency.title")}</h1>
        <p className="standfirst">{t("transparency.lead")}</p>
        {slow && <Alert title={t("transparency.slowTitle")}>{t("transparency.slow")}</Alert>}
        {!period && <Alert title={t("transparency.faultTitle")}>{t("transparency.fault", { years: mostYears })}</Alert>}
        <PeriodForm from={period?.from ?? from ?? ""} to={period?.to ?? to ?? ""} />
        {period && !slow && <TransparencyReport period={period} />}
      </div>
    </Page>
  );
}
