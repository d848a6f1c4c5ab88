import type { Metadata } from "next";
import { type Asked, asked, moreOf } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { StatementList } from "@/components/moderation/fairness/statement-list";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import type { Viewer } from "@/lib/actor";
import { t } from "@/lib/messages";
import { ownStatements } from "@/lib/moderation/fairness/queries";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("fairness.list.title"), robots: { index: false } };

const anybody = (viewer: Viewer | null): viewer is Viewer => viewer !== null;

/** All that was decided against one visitor. */
export default async function StatementsPage({ searchParams }: { searchParams: Asked }) {
  const viewer = await pageViewer("/statements", anybody);
  if (!viewer) return null;
  const cursor = await asked(searchParams, "cursor");
  const statements = await unlessUnreadable(ownStatements(viewer, { cursor, limit: 20 }));
  if (!statements) return <MissingPage />;
  const { items, nextCursor } = statements;
  return (
    <Page>
      <div className="plain">
        <h1>{t("fairness.list.title")}</h1>
        <p className="standfirst">{t("fairness.list.lead")}</p>
        {items.length > 0 ? (
          <StatementList statements={items} />
        ) : (
          <Empty title={t("fairness.list.empty")}>
            <p>{t("fairness.list.emptyText")}</p>
          </Empty>
        )}
        <Pager more={moreOf("/statements", nextCursor)} start={cursor ? "/statements" : null} />
      </div>
    </Page>
  );
}
