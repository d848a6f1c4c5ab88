import type { Metadata } from "next";
import { keptDraft } from "@/components/comments/kept-draft";
import { type Asked, asked } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { OutsideReportForm } from "@/components/moderation/fairness/outside-report-form";
import { ReportForm, reportHref } from "@/components/moderation/report-form";
import { ReportedComment } from "@/components/moderation/reported-comment";
import { Alert } from "@/components/ui/alert";
import { now } from "@/lib/clock";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { formIs, formToken } from "@/lib/moderation/fairness/form-token";
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
        {!sent && <p className="standfirst">{t(viewer ? "moderation.report.lead" : "fairness.outside.lead")}</p>}
        <ReportedComment comment={comment} />
        {sent ? (
          <Sent
            back={`/articles/${comment.article.slug}#comment-${comment.id}`}
            text={t(sent === "2" ? "fairness.outside.sentText" : "moderation.report.sentText")}
          />
        ) : viewer && viewer.id === comment.authorId ? (
          <Alert kind="note" title={t("moderation.report.own")} />
        ) : viewer || isMembers(kept) ? (
          <ReportForm commentId={comment.id} signedIn={viewer !== null} kept={isMembers(kept) ? kept : null} />
        ) : (
          <WithoutAccount commentId={comment.id} kept={kept} />
        )}
      </div>
    </Page>
  );
}

/** Of the form of members: somebody's session ended while they wrote. */
const isMembers = (kept: KeptForm | null) => kept?.form.endsWith("/reports") ?? false;

/** The form that was refused keeps its token: who mends a word need not wait again. */
function WithoutAccount({ commentId, kept }: { commentId: string; kept: KeptForm | null }) {
  const [at, before] = [now(), kept?.fields.formToken ?? ""];
  const usable = ["fine", "quick"].includes(formIs(before, commentId, at));
  return (
    <>
      <p className="meta">
        <a href={`/sign-in?next=${encodeURIComponent(reportHref(commentId))}`}>{t("fairness.outside.have")}</a>
      </p>
      <OutsideReportForm commentId={commentId} token={usable ? before : formToken(commentId, at)} kept={kept} />
    </>
  );
}

function Sent({ back, text }: { back: string; text: string }) {
  return (
    <Alert kind="note" title={t("moderation.report.sentTitle")}>
      {text} <a href={back}>{t("moderation.report.back")}</a>
    </Alert>
  );
}
