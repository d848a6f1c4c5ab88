import { t } from "@/lib/messages";

const rooms = {
  moderation: { title: "moderation.notYours.title", text: "moderation.notYours.text" },
  people: { title: "accounts.people.notYours", text: "accounts.people.notYoursText" },
  site: { title: "accounts.site.notYours", text: "accounts.site.notYoursText" },
  writing: { title: "admin.notYours.title", text: "admin.notYours.text" },
  piece: { title: "admin.missing.title", text: "admin.missing.text" },
} as const;

/** What stands in a room of a desk for somebody whom it is not for, or where a piece is that is not theirs. */
export function NotYours({ room }: { room: keyof typeof rooms }) {
  const { title, text } = rooms[room];
  return (
    <div className="desk-page">
      <h1>{t(title)}</h1>
      <p>{t(text)}</p>
      {room === "piece" && (
        <p>
          <a href="/admin">{t("admin.pieces.title")}</a>
        </p>
      )}
    </div>
  );
}
