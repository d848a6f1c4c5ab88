import type { Metadata } from "next";
import { keptDraft } from "@/components/comments/kept-draft";
import { type Asked, asked } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { ReportForm } from "@/components/moderation/report-form";
import { ReportedComment } from "@/components/moderation/reported-comment";
import { Alert } from "@/components/ui/alert";
import { t } from "@/lib/messages";
import { reportable } from "@/lib/moderation/queries";
import { commentParams } from "@/lib/moderation/schema";
import { currentViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("moderation.report.title"), robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Asked;
}

export default async function ReportPage({ params, searchParams }: Props) {
  const address = commentParams.safeParse(await params);
  const comment = address.success ? await reportable(address.data.id) : null;
  if (!comment) return <MissingPage />;
  const [viewer, kept, sent] = await Promise.all([
    currentViewer(),
    keptDraft(searchParams),
    asked(searchParams, "sent"),
  ]);
  return (
    <Page>
      <div className="plain">
        <h1>{t("moderation.report.title")}</h1>
        {!sent && <p className="standfirst">{t("moderation.report.lead")}</p>}
        <ReportedComment comment={comment} />
        {sent && <Sent back={`/articles/${comment.article.slug}#comment-${comment.id}`} />}
        {!sent && viewer !== null && viewer.id === comment.authorId && (
          <Alert kind="note" title={t("moderation.report.own")} />
        )}
        {!sent && viewer?.id !== comment.authorId && (
          <ReportForm commentId={comment.id} signedIn={viewer !== null} kept={kept} />
        )}
      </div>
    </Page>
  );
}

function Sent({ back }: { back: string }) {
  return (
    <Alert kind="note" title={t("moderation.report.sentTitle")}>
      {t("moderation.report.sentText")} <a href={back}>{t("moderation.report.back")}</a>
    </Alert>
  );
}
