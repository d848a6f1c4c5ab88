import { t } from "@/lib/messages";

/** The way on: `more` is the address of the next page, null at the end; `start` leads back to the first. */
export function Pager({ more, start }: { more: string | null; start?: string | null }) {
  if (!more && !start) return null;
  return (
    <nav className="pager" aria-label={t("common.pages")}>
      {start && <a href={start}>{t("common.firstPage")}</a>}
      {more && (
        <a href={more} rel="next">
          {t("common.nextPage")}
        </a>
      )}
    </nav>
  );
}
