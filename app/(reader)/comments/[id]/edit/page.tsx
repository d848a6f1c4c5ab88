import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EditForm } from "@/components/comments/comment-form";
import { FormState } from "@/components/comments/form-state";
import { keptDraft } from "@/components/comments/kept-draft";
import { PreviewBox } from "@/components/comments/preview-box";
import { TypedWords } from "@/components/comments/typed-words";
import { WritingParts } from "@/components/comments/writing-parts";
import type { Asked } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { Alert } from "@/components/ui/alert";
import type { Viewer } from "@/lib/actor";
import { found } from "@/lib/comments/queries";
import { commentParams } from "@/lib/comments/schema";
import { commentForViewer } from "@/lib/comments/viewer-state";
import type { KeptForm } from "@/lib/drafts";
import { formatMoment, t } from "@/lib/messages";
import { currentViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("comments.edit.title"), robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Asked;
}

/** The words of one's own comment in a form, with what was typed before. */
export default async function EditPage({ params, searchParams }: Props) {
  const address = commentParams.safeParse(await params);
  if (!address.success) return <MissingPage />;
  const { id } = address.data;
  const [viewer, kept] = await Promise.all([currentViewer(), keptDraft(searchParams)]);
  const here = `/comments/${id}/edit${kept ? `?draft=${kept.id}` : ""}`;
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  const shown = await found(commentForViewer(id, viewer));
  if (!shown?.own) return kept ? <NotOwn viewer={viewer} kept={kept} here={here} /> : <MissingPage />;
  const { comment, editable, until } = shown;
  return (
    <Page>
      <div className="plain">
        <h1>{t("comments.edit.title")}</h1>
        <FormState viewer={viewer} kept={kept} here={here} refused={t("comments.notSaved")} />
        {!editable && !kept && <Alert title={t("comments.edit.late")} />}
        <PreviewBox kept={kept} />
        <EditForm
          id={id}
          slug={comment.articleSlug}
          words={kept?.fields.body ?? comment.body ?? ""}
          kept={kept}
          hint={editable ? t("comments.edit.until", { time: formatMoment(until) }) : t("comments.edit.late")}
        />
        <WritingParts slug={comment.articleSlug} open={false} />
      </div>
    </Page>
  );
}

/** Somebody signed in as another meanwhile: what was typed is theirs still. */
function NotOwn({ viewer, kept, here }: { viewer: Viewer; kept: KeptForm; here: string }) {
  return (
    <Page>
      <div className="plain">
        <h1>{t("comments.edit.title")}</h1>
        <FormState viewer={viewer} kept={kept} here={here} refused={t("comments.notSaved")} />
        <TypedWords words={kept.fields.body} />
      </div>
    </Page>
  );
}
