import type { Metadata } from "next";
import { CommentForm } from "@/components/comments/comment-form";
import { FormState } from "@/components/comments/form-state";
import { keptDraft } from "@/components/comments/kept-draft";
import { PreviewBox } from "@/components/comments/preview-box";
import { Quoted } from "@/components/comments/quoted";
import { TypedWords } from "@/components/comments/typed-words";
import { WritingParts } from "@/components/comments/writing-parts";
import { type Asked, asked } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { Alert } from "@/components/ui/alert";
import { StateBox } from "@/components/ui/state-box";
import { commentsOpen } from "@/lib/articles/policy";
import { replyPlace } from "@/lib/comments/queries";
import { quotation } from "@/lib/comments/quotation";
import { t } from "@/lib/messages";
import { currentViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("comments.write"), robots: { index: false } };

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Asked;
}

/** The form of a comment or a reply on its own page, per visitor, with every word that was typed before. */
export default async function ReplyPage({ params, searchParams }: Props) {
  const [viewer, kept, again, quotes] = await Promise.all([
    currentViewer(),
    keptDraft(searchParams),
    asked(searchParams, "again"),
    asked(searchParams, "quote"),
  ]);
  const wanted = (await asked(searchParams, "parent")) ?? kept?.fields.parentId;
  const place = await replyPlace((await params).slug, wanted, again, viewer);
  if (!place) return <MissingPage />;
  const { article, parent } = place;
  const words = quotes && parent?.body ? quotation(parent.body) : place.words;
  const path = `/articles/${article.slug}/reply`;
  const query = new URLSearchParams({ ...(parent && { parent: parent.id }), ...(kept && { draft: kept.id }) });
  const typed = kept ?? (words === null ? null : { id: "", fields: { body: words }, problem: noProblem });
  return (
    <Page>
      <div className="plain">
        <h1>
          {parent
            ? t("comments.replyTitle", { name: parent.author?.name ?? t("comments.nobody") })
            : t("comments.replyTitlePlain")}
        </h1>
        <p className="meta">
          <a href={`/articles/${article.slug}#${parent ? `comment-${parent.id}` : "comments"}`} lang={article.lang}>
            {t("comments.onPiece", { title: article.title })}
          </a>
        </p>
        {commentsOpen(article) ? (
          <>
            <FormState viewer={viewer} kept={kept} here={`${path}?${query}`} refused={t("comments.notPosted")} />
            {wanted && !parent && <Alert kind="note" title={t("comments.parentGone")} />}
            {parent && <Quoted comment={parent} />}
            {parent && !typed && (
              <p className="meta">
                <a href={`${path}?${new URLSearchParams({ parent: parent.id, quote: "all" })}`}>
                  {t("comments.quoteIt")}
                </a>
              </p>
            )}
            <PreviewBox kept={kept} />
            <CommentForm
              slug={article.slug}
              parentId={parent?.id ?? null}
              kept={typed}
              hint={viewer ? t("comments.hintSigned", { name: viewer.name }) : t("comments.hint")}
            />
            <WritingParts slug={article.slug} open={false} />
          </>
        ) : (
          <>
            <StateBox kind="closed" state={t("comments.closed")} />
            {typed && <TypedWords words={typed.fields.body} />}
          </>
        )}
      </div>
    </Page>
  );
}

const noProblem = { code: "", detail: "", errors: [] };
