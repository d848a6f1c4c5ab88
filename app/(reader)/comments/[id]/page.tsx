import type { Metadata } from "next";
import { cache } from "react";
import { Branches } from "@/components/comments/branches";
import { ChoiceParts, IgnoredPart } from "@/components/comments/choices";
import { LiveNotice } from "@/components/comments/live-notice";
import { NewMark, ReadingAids } from "@/components/comments/reading-aids";
import { OwnActs } from "@/components/comments/thread";
import { WritingParts } from "@/components/comments/writing-parts";
import { type Asked, asked, moreOf } from "@/components/layout/address";
import { MissingPage, missingMetadata } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { site } from "@/components/layout/site";
import { commentsOpen } from "@/lib/articles/policy";
import type { Comment } from "@/lib/comments/comment";
import { branch, found } from "@/lib/comments/queries";
import { commentParams } from "@/lib/comments/schema";
import { directionOf } from "@/lib/direction";
import { showed } from "@/lib/document";
import { t } from "@/lib/messages";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Asked;
}

const wanted = cache(async (params: Props["params"], cursor: string | undefined) => {
  const address = commentParams.safeParse(await params);
  return address.success ? found(branch(address.data.id, cursor)) : null;
});

function titleOf({ status, author }: Comment): string {
  if (status !== "published") return t("comments.branch.titleGone");
  return t("comments.branch.title", { name: author?.name ?? t("comments.nobody") });
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const shown = await unlessUnreadable(wanted(params, await asked(searchParams, "cursor")));
  if (!shown) return missingMetadata;
  const { comment } = shown;
  return {
    title: titleOf(comment),
    description: comment.body?.slice(0, 200),
    robots: { index: false },
    alternates: { canonical: `/comments/${comment.id}` },
  };
}

/** A comment and what hangs under it: the thread, starting again from there. */
export default async function BranchPage({ params, searchParams }: Props) {
  const cursor = await asked(searchParams, "cursor");
  const [shown, { voting }] = await Promise.all([unlessUnreadable(wanted(params, cursor)), site()]);
  if (!shown) return <MissingPage />;
  const { comment, parent, article, nextCursor } = shown;
  showed(`article:${article.id}`);
  const path = `/comments/${comment.id}`;
  const setting = {
    ...{ slug: article.slug, open: commentsOpen(article), authors: new Set(article.handles), voting, level: 2 },
    onward: {
      id: comment.id,
      href: moreOf(path, nextCursor),
      count: cursor ? null : comment.replyCount - comment.replies.length,
    },
  };
  const above = parent && { ...parent, href: `/comments/${parent.id}#comment-${comment.id}` };
  return (
    <Page>
      <div className="answers">
        <comment-thread data-slug={article.slug}>
          <section className="thread branch" id="comments">
            <header className="thread-head">
              <h1 className="mark">{titleOf(comment)}</h1>
              <p className="meta">
                {t("comments.branch.part")}{" "}
                <a
                  href={`/articles/${article.slug}#comment-${comment.id}`}
                  lang={article.lang}
                  dir={directionOf(article.lang)}
                >
                  {article.title}
                </a>
                {" · "}
                <a href={`${path}/mine`} rel="nofollow">
                  {t("comments.branch.mine")}
                </a>
              </p>
            </header>
            <ReadingAids>
              <LiveNotice slug={article.slug} />
            </ReadingAids>
            <Branches comments={[comment]} setting={setting} above={above} />
            <OwnActs />
            <ChoiceParts />
            <IgnoredPart />
            <NewMark />
            <WritingParts slug={article.slug} open={commentsOpen(article)} />
            {cursor && (
              <nav className="pager" aria-label={t("comments.branch.pages")}>
                <a href={path}>{t("comments.branch.start")}</a>
              </nav>
            )}
          </section>
        </comment-thread>
      </div>
    </Page>
  );
}
