import type { Metadata } from "next";
import { keptDraft } from "@/components/comments/kept-draft";
import { type Asked, asked, moreOf } from "@/components/layout/address";
import { NotYours } from "@/components/layout/not-yours";
import { answerAction } from "@/components/moderation/fairness/answer-form";
import { ObjectionItem } from "@/components/moderation/fairness/objection-item";
import { QueueTabs } from "@/components/moderation/queue-tabs";
import { Alert } from "@/components/ui/alert";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { isModerator } from "@/lib/actor";
import { t } from "@/lib/messages";
import { objectionLists } from "@/lib/moderation/fairness/limits";
import { objections, somebodyElseDecides } from "@/lib/moderation/fairness/objections";
import { orFirstPage, queueCounts } from "@/lib/moderation/queries";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("fairness.desk.title") };

const here = "/moderation/objections";
const hrefOf = (list: string) => (list === "open" ? here : `${here}?list=${list}`);

export default async function ObjectionsPage({ searchParams }: { searchParams: Asked }) {
  const viewer = await pageViewer(here, isModerator);
  if (!viewer) return <NotYours room="moderation" />;
  const [wanted, cursor, answered] = await Promise.all([
    asked(searchParams, "list"),
    asked(searchParams, "cursor"),
    asked(searchParams, "answered"),
  ]);
  const list = objectionLists.find((each) => each === wanted) ?? "open";
  const [{ items, nextCursor }, counts, others, kept] = await Promise.all([
    orFirstPage(cursor, (from) => objections(viewer, { list, cursor: from, limit: 20 })),
    queueCounts(viewer),
    somebodyElseDecides(viewer),
    keptDraft(searchParams),
  ]);
  return (
    <>
      <QueueTabs counts={counts} current="objections" />
      <div className="desk-page">
        <h1>{t("fairness.desk.title")}</h1>
        <p>{t("fairness.desk.lead")}</p>
        <Tabs
          label={t("fairness.desk.title")}
          tabs={objectionLists.map((each) => ({ href: hrefOf(each), label: t(`fairness.desk.lists.${each}`) }))}
          current={hrefOf(list)}
        />
        {answered && (
          <Alert kind="note" title={t("fairness.desk.done")}>
            {t("fairness.desk.doneText")}
          </Alert>
        )}
        {items.length === 0 && (
          <Empty title={t(`fairness.desk.empty.${list}`)}>
            <p>{t("fairness.desk.emptyText")}</p>
          </Empty>
        )}
        {items.map((objection) => (
          <ObjectionItem
            key={objection.id}
            {...{ objection, viewer, others }}
            kept={kept?.form === answerAction(objection.id) ? kept : null}
          />
        ))}
        <Pager more={moreOf(here, nextCursor, list === "open" ? {} : { list })} start={cursor ? hrefOf(list) : null} />
      </div>
    </>
  );
}
