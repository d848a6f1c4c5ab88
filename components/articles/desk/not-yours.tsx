import { t } from "@/lib/messages";

/** What stands in an authors' room for somebody who is none, or for a piece that is not theirs. */
export function NotYours({ piece = false }: { piece?: boolean }) {
  const key = piece ? "missing" : "notYours";
  return (
    <div className="desk-page">
      <h1>{t(`admin.${key}.title`)}</h1>
      <p>{t(`admin.${key}.text`)}</p>
      {piece && (
        <p>
          <a href="/admin">{t("admin.pieces.title")}</a>
        </p>
      )}
    </div>
  );
}
