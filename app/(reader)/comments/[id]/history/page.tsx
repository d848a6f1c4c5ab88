import type { Metadata } from "next";
import { Changes } from "@/components/comments/changes";
import { type Asked, asked, moreOf } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { historyOf } from "@/lib/comments/history";
import { found } from "@/lib/comments/queries";
import { commentParams } from "@/lib/comments/schema";
import { showed } from "@/lib/document";
import { t } from "@/lib/messages";

export const metadata: Metadata = { title: t("writing.history.title"), robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Asked;
}

/** What changed in a comment since readers first saw it, the same for everybody. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const address = commentParams.safeParse(await params);
  const cursor = await asked(searchParams, "cursor");
  const shown = address.success ? await unlessUnreadable(found(historyOf(address.data.id, cursor))) : null;
  if (!shown) return <MissingPage />;
  const { comment, article, changes, nextCursor } = shown;
  showed(`article:${article.id}`, ...(comment.authorId ? [`person:${comment.authorId}`] : []));
  const path = `/comments/${comment.id}`;
  const older = moreOf(`${path}/history`, nextCursor);
  return (
    <Page>
      <div className="plain">
        <h1>{t("writing.history.titleBy", { name: comment.author?.name ?? t("comments.nobody") })}</h1>
        <p className="meta">
          <a href={path}>{t("writing.history.back")}</a>
        </p>
        <Changes changes={changes} />
        {older && (
          <nav className="pager" aria-label={t("writing.history.older")}>
            <a href={older} rel="next">
              {t("writing.history.older")}
            </a>
          </nav>
        )}
      </div>
    </Page>
  );
}
