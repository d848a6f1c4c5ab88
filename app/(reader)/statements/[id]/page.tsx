import type { Metadata } from "next";
import { keptDraft } from "@/components/comments/kept-draft";
import type { Asked } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { ObjectionPart } from "@/components/moderation/fairness/objection-part";
import { StatementText } from "@/components/moderation/fairness/statement-text";
import type { Viewer } from "@/lib/actor";
import { found } from "@/lib/comments/queries";
import { t } from "@/lib/messages";
import { ownStatement } from "@/lib/moderation/fairness/queries";
import { statementParams } from "@/lib/moderation/fairness/schema";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("fairness.statement.title"), robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Asked;
}

const anybody = (viewer: Viewer | null): viewer is Viewer => viewer !== null;

/** Why one visitor was restricted, and how they object: a page for them alone. */
export default async function StatementPage({ params, searchParams }: Props) {
  const address = statementParams.safeParse(await params);
  if (!address.success) return <MissingPage />;
  const { id } = address.data;
  const viewer = await pageViewer(`/statements/${id}`, anybody);
  if (!viewer) return null;
  const [statement, kept] = await Promise.all([found(ownStatement(viewer, id)), keptDraft(searchParams)]);
  if (!statement) return <MissingPage />;
  return (
    <Page>
      <div className="plain statement">
        <StatementText statement={statement} />
        <ObjectionPart statement={statement} action={`/api/v1/statements/${id}/objections`} kept={kept} />
        <p className="meta">
          <a href="/statements">{t("fairness.statement.all")}</a>
        </p>
      </div>
    </Page>
  );
}
