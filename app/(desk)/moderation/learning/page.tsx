import type { Metadata } from "next";
import { keptWords } from "@/components/accounts/kept-words";
import { type Asked, asked } from "@/components/layout/address";
import { NotYours } from "@/components/layout/not-yours";
import { HelperForm, helperAction } from "@/components/moderation/helper-form";
import { HelperQuality } from "@/components/moderation/helper-quality";
import { HelperStanding } from "@/components/moderation/helper-standing";
import { QueueTabs } from "@/components/moderation/queue-tabs";
import { Alert } from "@/components/ui/alert";
import { typedInto } from "@/components/ui/typed";
import { isAdmin, isModerator } from "@/lib/actor";
import { t } from "@/lib/messages";
import { helperScreen } from "@/lib/moderation/helper-screen";
import { queueCounts } from "@/lib/moderation/queries";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("learning.title") };

export default async function LearningPage({ searchParams }: { searchParams: Asked }) {
  const viewer = await pageViewer("/moderation/learning", isModerator);
  if (!viewer) return <NotYours room="moderation" />;
  const [draft, saved] = await Promise.all([asked(searchParams, "draft"), asked(searchParams, "saved")]);
  const [screen, counts, kept] = await Promise.all([helperScreen(viewer), queueCounts(viewer), keptWords(draft)]);
  const typed = typedInto(kept, helperAction, ["leave", "precision"]);
  return (
    <>
      <QueueTabs counts={counts} current="learning" />
      <div className="desk-page">
        <h1>{t("learning.title")}</h1>
        <p>{t("learning.lead")}</p>
        {saved && <Alert kind="note" title={t("learning.saved")} />}
        {typed.problem && <Alert title={t("learning.refused")}>{typed.problem.detail}</Alert>}
        <HelperStanding screen={screen} />
        {isAdmin(viewer) ? <HelperForm screen={screen} typed={typed} /> : <p>{t("learning.adminOnly")}</p>}
        <HelperQuality screen={screen} />
      </div>
    </>
  );
}
