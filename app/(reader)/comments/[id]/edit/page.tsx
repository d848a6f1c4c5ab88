import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FormState } from "@/components/comments/form-state";
import { keptDraft } from "@/components/comments/kept-draft";
import type { Asked } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { mine } from "@/lib/comments/own-things";
import { found } from "@/lib/comments/queries";
import { commentParams } from "@/lib/comments/schema";
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
  const shown = await found(mine(id, viewer));
  if (!shown?.own) return <MissingPage />;
  const { comment, editable, until } = shown;
  return (
    <Page>
      <div className="plain">
        <h1>{t("comments.edit.title")}</h1>
        <FormState viewer={viewer} kept={kept} here={here} refused={t("comments.notSaved")} />
        {!editable && !kept && <Alert title={t("comments.edit.late")} />}
        <form className="composer" method="post" action={`/api/v1/comments/${id}`}>
          {kept && <input type="hidden" name="draft" value={kept.id} />}
          <TextArea
            name="body"
            label={t("comments.edit.label")}
            hint={editable ? t("comments.edit.until", { time: formatMoment(until) }) : t("comments.edit.late")}
            fault={kept?.problem.errors.find(({ path }) => path === "body")?.message}
            rows={8}
            required
            defaultValue={kept?.fields.body ?? comment.body ?? ""}
          />
          <div className="composer-foot">
            <a href={`/comments/${id}/mine`}>{t("comments.mine.title")}</a>
            <Button kind="primary">{t("comments.keepChange")}</Button>
          </div>
        </form>
      </div>
    </Page>
  );
}
