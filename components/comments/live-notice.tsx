import { t } from "@/lib/messages";

interface LiveNoticeProps {
  slug: string;
  /** Comments of the whole thread as this page shows it; without it only replies are announced. */
  count?: number;
}

const many = (words: string) => words.replace("2", "{n}");

/** Where new comments are announced while the page is open. Not shown until there is a script. */
export function LiveNotice({ slug, count }: LiveNoticeProps) {
  return (
    <live-thread
      data-slug={slug}
      data-count={count}
      data-idle={t("comments.live.idle")}
      data-paused={t("comments.live.paused")}
      data-comment={t("comments.live.comments", { count: 1 })}
      data-comment-many={many(t("comments.live.comments", { count: 2 }))}
      data-all={t("common.comments", { count: 1 })}
      data-all-many={many(t("common.comments", { count: 2 }))}
      data-reply={t("comments.live.replies", { count: 1 })}
      data-reply-many={many(t("comments.live.replies", { count: 2 }))}
      data-under={t("comments.replies", { count: 1 })}
      data-under-many={many(t("comments.replies", { count: 2 }))}
      data-gone={t("comments.live.gone")}
    >
      <span className="live-idle">{t("comments.live.idle")}</span>
      <button type="button" className="live-new" hidden />
      <button type="button" className="live-pause" aria-pressed="false">
        {t("comments.live.pause")}
        <span className="sr-only"> {t("comments.live.pauseWhat")}</span>
      </button>
      <span className="sr-only" role="status" />
    </live-thread>
  );
}
