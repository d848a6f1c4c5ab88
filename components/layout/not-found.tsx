import { ReplyMark } from "@/components/ui/reply-mark";
import { t } from "@/lib/messages";

/** What stands where nothing is. In a reader page, call `answerStatus(404)` beside it. */
export function NotFound() {
  return (
    <div className="empty">
      <ReplyMark />
      <h1>{t("layout.notFound.head")}</h1>
      <p>{t("layout.notFound.text")}</p>
      <p className="actions">
        <a href="/">{t("layout.notFound.front")}</a>
        <a href="/search">{t("layout.notFound.search")}</a>
      </p>
    </div>
  );
}
