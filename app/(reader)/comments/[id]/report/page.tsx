import type { Metadata } from "next";
import { cookies } from "next/headers";
import { NotFound } from "@/components/layout/not-found";
import { Page } from "@/components/layout/page";
import { ReportForm } from "@/components/moderation/report-form";
import { ReportedComment } from "@/components/moderation/reported-comment";
import { Alert } from "@/components/ui/alert";
import { answerStatus } from "@/lib/document";
import { keptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { reportable } from "@/lib/moderation/queries";
import { commentParams } from "@/lib/moderation/schema";
import { currentViewer, draftCookieName } from "@/lib/session";

export const metadata: Metadata = { title: t("moderation.report.title"), robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ReportPage({ params, searchParams }: Props) {
  const address = commentParams.safeParse(await params);
  const comment = address.success ? await reportable(address.data.id) : null;
  if (!comment) {
    answerStatus(404);
    return (
      <Page>
        <NotFound />
      </Page>
    );
  }
  const { draft, sent } = await searchParams;
  const token = (await cookies()).get(draftCookieName())?.value;
  const [viewer, kept] = await Promise.all([
    currentViewer(),
    keptForm(typeof draft === "string" ? draft : undefined, token),
  ]);
  const own = viewer !== null && viewer.id === comment.authorId;
  return (
    <Page>
      <div className="plain">
        <h1>{t("moderation.report.title")}</h1>
        <ReportedComment comment={comment} />
        {sent ? (
          <Alert kind="note" title={t("moderation.report.sentTitle")}>
            {t("moderation.report.sentText")}{" "}
            <a href={`/articles/${comment.article.slug}#comment-${comment.id}`}>{t("moderation.report.back")}</a>
          </Alert>
        ) : own ? (
          <Alert kind="note" title={t("moderation.report.own")} />
        ) : (
          <>
            <p>{t("moderation.report.lead")}</p>
            <ReportForm commentId={comment.id} signedIn={viewer !== null} kept={kept} />
          </>
        )}
      </div>
    </Page>
  );
}
