import { t } from "@/lib/messages";

/** The house rules in three sentences, beside a wide thread. */
export function BeforeYouAnswer() {
  return (
    <aside className="thread-side" aria-labelledby="before-you-answer">
      <h2 className="caps" id="before-you-answer">
        {t("articles.rules.beside")}
      </h2>
      <p className="meta">{t("articles.rules.besideText")}</p>
      <p className="meta">
        <a href="/house-rules">{t("articles.rules.besideLink")}</a>
      </p>
    </aside>
  );
}
