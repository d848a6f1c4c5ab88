import type { Metadata } from "next";
import { keptWords } from "@/components/accounts/kept-words";
import { type Asked, asked } from "@/components/layout/address";
import { NotYours } from "@/components/layout/not-yours";
import { QueueTabs } from "@/components/moderation/queue-tabs";
import { RuleVersions, ShadowNote } from "@/components/moderation/rule-versions";
import { playbackAction, RulesForm, rulesAction } from "@/components/moderation/rules-form";
import { Alert } from "@/components/ui/alert";
import { Pager } from "@/components/ui/pager";
import { typedInto } from "@/components/ui/typed";
import { isModerator } from "@/lib/actor";
import { currentRules, playback, ruleVersions } from "@/lib/comments/screening/queries";
import { playbackParams } from "@/lib/comments/screening/schema";
import { t } from "@/lib/messages";
import { orFirstPage, queueCounts } from "@/lib/moderation/queries";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("screening.title") };

const here = "/moderation/rules";
const done = ["live", "shadow", "restored"] as const;

export default async function RulesPage({ searchParams }: { searchParams: Asked }) {
  const viewer = await pageViewer(here, isModerator);
  if (!viewer) return <NotYours room="moderation" />;
  const [cursor, draft, tried, said] = await Promise.all(
    ["cursor", "draft", "playback", "done"].map((key) => asked(searchParams, key)),
  );
  const { id } = playbackParams.safeParse({ id: tried }).data ?? {};
  const [rules, versions, counts, kept, played] = await Promise.all([
    currentRules(viewer),
    orFirstPage(cursor, (from) => ruleVersions(viewer, { cursor: from, limit: 20 })),
    queueCounts(viewer),
    keptWords(draft),
    id ? playback(viewer, id).catch(() => null) : null,
  ]);
  const typed = typedInto(kept, kept?.form === playbackAction ? playbackAction : rulesAction, ["document", "why"]);
  const news = done.find((each) => each === said);
  return (
    <>
      <QueueTabs counts={counts} current="rules" />
      <div className="desk-page screening">
        <h1>{t("screening.title")}</h1>
        <p>{t("screening.lead")}</p>
        {news && <Alert kind="note" title={t(`screening.done.${news}`)} />}
        {kept && <Alert title={t("screening.refused")}>{kept.problem.detail}</Alert>}
        {played && <Alert kind="note" title={t("screening.fromPlayback")} />}
        <ShadowNote rules={rules} />
        <RulesForm
          rules={rules}
          document={typed.value("document") ?? played?.document ?? rules.document}
          typed={typed}
        />
        <p>
          <a href={rulesAction} download="screening-rules.json">
            {t("screening.save")}
          </a>
        </p>
        <h2>{t("screening.versions.title")}</h2>
        <RuleVersions versions={versions.items} revision={rules.revision} />
        <Pager more={versions.nextCursor && `${here}?cursor=${versions.nextCursor}`} start={cursor ? here : null} />
      </div>
    </>
  );
}
