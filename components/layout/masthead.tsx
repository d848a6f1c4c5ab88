import { Wordmark } from "@/components/layout/wordmark";
import { formatWeekday, t } from "@/lib/messages";

/** The way to one's own things. The elements put the reader's name here once they know it; without scripts `/own.css` shows what is hidden. */
function Readers() {
  return (
    <nav className="readers" aria-label={t("layout.readers")}>
      <a href="/search">{t("layout.search")}</a>
      <viewer-menu>
        <a className="inbox" href="/inbox" data-count={t("notifications.inboxCount", { count: "#" })} hidden>
          {t("notifications.inbox")}
        </a>
        <a href="/settings" hidden>
          {t("layout.account")}
        </a>
        <a href="/sign-in">{t("layout.signIn")}</a>
      </viewer-menu>
    </nav>
  );
}

interface MastheadProps {
  name: string;
  sections: string[];
  today: Date;
}

/** The head of the front page. */
export function Masthead({ name, sections, today }: MastheadProps) {
  return (
    <header className="masthead">
      <div className="masthead-row">
        <a className="home" href="/" aria-current="page">
          <Wordmark name={name} />
        </a>
        <Readers />
      </div>
      <div className="masthead-foot">
        <nav className="sections caps" aria-label={t("layout.sections")}>
          {sections.map((section) => (
            <a key={section} href={`/sections/${encodeURIComponent(section)}`}>
              <bdi>{section}</bdi>
            </a>
          ))}
        </nav>
        <time className="meta" dateTime={today.toISOString().slice(0, 10)}>
          {formatWeekday(today)}
        </time>
      </div>
    </header>
  );
}

/** The head of every other reader page. */
export function InnerHeader({ name }: { name: string }) {
  return (
    <header className="inner-header">
      <a className="home" href="/">
        <Wordmark name={name} />
      </a>
      <Readers />
    </header>
  );
}
