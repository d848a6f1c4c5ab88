import { Branches } from "@/components/comments/branches";
import { ChoiceParts, IgnoredPart } from "@/components/comments/choices";
import { CommentForm } from "@/components/comments/comment-form";
import { LiveNotice } from "@/components/comments/live-notice";
import { NewMark, ReadingAids } from "@/components/comments/reading-aids";
import { WritingParts } from "@/components/comments/writing-parts";
import { site } from "@/components/layout/site";
import { FollowForm } from "@/components/notifications/follow-form";
import { ReplyMark } from "@/components/ui/reply-mark";
import { StateBox } from "@/components/ui/state-box";
import { Tabs } from "@/components/ui/tabs";
import type { Comment } from "@/lib/comments/comment";
import { pageSort, type Sort, sorts } from "@/lib/comments/limits";
import type { Page } from "@/lib/cursor";
import { showed } from "@/lib/document";
import { formatList, t } from "@/lib/messages";
import type { CommentPolicy, Voting } from "@/prisma/generated/enums";

interface ThreadProps {
  article: {
    id: string;
    slug: string;
    commentCount: number;
    commentPolicy: CommentPolicy;
    commentsOpen: boolean;
    authors: readonly { handle: string; name: string }[];
  };
  /** `threadOnAPage(article.id, { sort, cursor })`. */
  thread: Page<Comment>;
  sort: Sort;
  cursor?: string | undefined;
}

/** The comments of an article, under it, the same for everybody. */
export async function Thread({ article, thread, sort, cursor }: ThreadProps) {
  const { id, slug, commentCount: count, commentsOpen: open, authors } = article;
  showed(`article:${id}`);
  const { voting } = await site();
  const setting = { slug, open, voting, authors: new Set(authors.map(({ handle }) => handle)) };
  const empty = thread.items.length === 0;
  return (
    <comment-thread data-slug={slug}>
      <section className="thread" id="comments" aria-labelledby="thread-head">
        <header className="thread-head">
          <h2 className={empty ? undefined : "mark"} id="thread-head">
            {empty ? t("comments.title") : t("common.comments", { count })}
          </h2>
          <FollowForm action={`/api/v1/articles/${slug}/follow`} what="thread" kind="quiet" />
        </header>
        {empty && !cursor && <NoComments authors={authors} open={open} />}
        {open ? (
          <CommentForm slug={slug} hint={hintFor(article.commentPolicy)} />
        ) : (
          <StateBox kind="closed" state={t(empty ? "comments.closedEmpty" : "comments.closed")} />
        )}
        {!empty && <Orders slug={slug} sort={sort} voting={voting} />}
        {empty ? (
          <LiveNotice slug={slug} count={count} />
        ) : (
          <ReadingAids whole={!thread.nextCursor && cursor === undefined}>
            <LiveNotice slug={slug} count={count} />
          </ReadingAids>
        )}
        {!empty && <Branches comments={thread.items} setting={setting} />}
        <OwnActs />
        <ChoiceParts />
        <IgnoredPart />
        <NewMark />
        <WritingParts slug={slug} open={open} />
        <Onward slug={slug} sort={sort} next={thread.nextCursor} first={cursor === undefined} />
      </section>
    </comment-thread>
  );
}

/** What the elements put under one's own comments, once they know which those are. */
export function OwnActs() {
  return (
    <template className="own-acts">
      <a className="own edit strong" href="/comments/ID/edit">
        {t("comments.mine.edit")}
      </a>
      <a className="own" href="/comments/ID/mine">
        {t("comments.mine.withdraw")}
      </a>
    </template>
  );
}

function hintFor(policy: CommentPolicy): string {
  return policy === "all_held" ? `${t("comments.hint")} ${t("comments.hintHeld")}` : t("comments.hint");
}

/** Where nobody has answered yet: an invitation in the author's name. */
function NoComments({ authors, open }: { authors: readonly { name: string }[]; open: boolean }) {
  return (
    <div className="empty">
      <ReplyMark />
      <h3>{t("comments.empty")}</h3>
      {open && (
        <p>
          {authors.length === 0
            ? t("comments.invitationPlain")
            : t("comments.invitation", { names: formatList(authors.map(({ name }) => name)), count: authors.length })}
        </p>
      )}
    </div>
  );
}

const addressOf = (slug: string, sort: Sort, cursor?: string) => {
  const query = new URLSearchParams({ ...(sort !== pageSort && { sort }), ...(cursor && { cursor }) });
  return `/articles/${slug}${query.size > 0 ? `?${query}` : ""}#comments`;
};

/** Where nobody votes down nothing is disputed. */
function Orders({ slug, sort, voting }: { slug: string; sort: Sort; voting: Voting }) {
  const offered = sorts.filter((name) => name !== "controversial" || voting === "up_and_down" || name === sort);
  const tabs = offered.map((name) => ({ href: addressOf(slug, name), label: t(`comments.sort.${name}`) }));
  return <Tabs label={t("comments.order")} tabs={tabs} current={addressOf(slug, sort)} />;
}

function Onward({ slug, sort, next, first }: { slug: string; sort: Sort; next: string | null; first: boolean }) {
  if (!next && first) return null;
  return (
    <nav className="pager" aria-label={t("comments.more")}>
      {!first && <a href={addressOf(slug, sort)}>{t("comments.start")}</a>}
      {next && (
        <a href={addressOf(slug, sort, next)} rel="next">
          {t("comments.more")}
        </a>
      )}
    </nav>
  );
}
