import { Wordmark } from "@/components/layout/wordmark";
import { t } from "@/lib/messages";

export function Footer({ name }: { name: string }) {
  return (
    <footer className="foot">
      <a className="home" href="/">
        <Wordmark name={name} />
      </a>
      <nav aria-label={t("layout.foot")}>
        <a href="/house-rules">{t("layout.houseRules")}</a>
        <a href="/corrections">{t("layout.corrections")}</a>
        <a href="/log">{t("moderation.publicLog.link")}</a>
        <a href="/transparency">{t("transparency.link")}</a>
        <a href="/authors">{t("layout.authors")}</a>
        <a href="/inbox">{t("notifications.inbox")}</a>
        <a href="/feed.xml">{t("layout.feed")}</a>
      </nav>
    </footer>
  );
}
