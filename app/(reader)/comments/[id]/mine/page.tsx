import type { Metadata } from "next";
import { Branches } from "@/components/comments/branches";
import { Choices } from "@/components/comments/choices";
import { FormState } from "@/components/comments/form-state";
import { keptDraft } from "@/components/comments/kept-draft";
import { OwnComment } from "@/components/comments/own-comment";
import type { Asked } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { commentsOpen } from "@/lib/articles/policy";
import type { Comment } from "@/lib/comments/comment";
import { found } from "@/lib/comments/queries";
import { commentParams } from "@/lib/comments/schema";
import { commentForViewer } from "@/lib/comments/viewer-state";
import { t } from "@/lib/messages";
import { statementOn } from "@/lib/moderation/fairness/queries";
import { currentViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("comments.mine.title"), robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Asked;
}

/** A comment as one visitor has to do with it: their own with its state, or somebody else's with their vote. */
export default async function MinePage({ params, searchParams }: Props) {
  const address = commentParams.safeParse(await params);
  const [viewer, kept] = await Promise.all([currentViewer(), keptDraft(searchParams)]);
  const shown = address.success ? await found(commentForViewer(address.data.id, viewer)) : null;
  if (!shown) return viewer || !address.success ? <MissingPage /> : <SignInFirst id={address.data.id} />;
  const { comment, article, own, editable, verdict, vote, voting, can } = shown;
  const statement = own ? await statementOn(comment.id, viewer) : null;
  const setting = {
    slug: article.slug,
    open: commentsOpen(article),
    authors: new Set(article.handles),
    voting,
    level: 2,
    votes: { [comment.id]: vote },
  };
  const here = `/comments/${comment.id}/mine`;
  return (
    <Page>
      <div className="plain">
        <h1>{own ? t("comments.mine.title") : titleOf(comment)}</h1>
        <p className="meta">
          <a href={`/articles/${article.slug}#comment-${comment.id}`} lang={article.lang}>
            {t("comments.onPiece", { title: article.title })}
          </a>
        </p>
        <FormState viewer={viewer} kept={kept} here={here} refused={t("comments.mine.refusedTitle")} />
        {own ? (
          <>
            <OwnComment comment={comment} editable={editable} verdict={verdict} />
            {statement && (
              <p className="meta">
                <a href={`/statements/${statement.id}`}>{t("fairness.statement.mine")}</a>
              </p>
            )}
            {comment.status === "pending" && <p className="meta">{t("comments.mine.later")}</p>}
          </>
        ) : (
          <Branches comments={[{ ...comment, replies: [], replyCount: 0 }]} setting={setting} />
        )}
        <Choices comment={comment} can={can} />
      </div>
    </Page>
  );
}

function titleOf({ status, author }: Comment): string {
  if (status !== "published") return t("comments.branch.titleGone");
  return t("comments.mine.titleOther", { name: author?.name ?? t("comments.nobody") });
}

/** It may be theirs; before signing in nobody can tell. */
function SignInFirst({ id }: { id: string }) {
  return (
    <Page>
      <div className="plain">
        <h1>{t("comments.mine.title")}</h1>
        <FormState viewer={null} kept={null} here={`/comments/${id}/mine`} refused="" />
      </div>
    </Page>
  );
}
