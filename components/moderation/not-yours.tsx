import { t } from "@/lib/messages";

/** What stands in a moderators' room for somebody who is none. */
export function NotYours() {
  return (
    <div className="desk-page">
      <h1>{t("moderation.notYours.title")}</h1>
      <p>{t("moderation.notYours.text")}</p>
    </div>
  );
}
