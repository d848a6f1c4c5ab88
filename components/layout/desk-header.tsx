import { DeskNav, type Room } from "@/components/layout/desk-nav";
import { Wordmark } from "@/components/layout/wordmark";
import { isAdmin, isAuthor, isModerator, type Viewer } from "@/lib/actor";
import { t } from "@/lib/messages";

function roomsFor(viewer: Viewer | null): Room[] {
  if (!viewer) return [];
  return [
    ...(isAuthor(viewer) ? [{ href: "/admin", label: t("layout.pieces"), within: "/admin/articles" }] : []),
    ...(isModerator(viewer) ? [{ href: "/moderation", label: t("layout.queue"), within: "/moderation" }] : []),
    ...(isModerator(viewer) ? [{ href: "/admin/people", label: t("layout.people"), within: "/admin/people" }] : []),
    ...(isAdmin(viewer) ? [{ href: "/admin/settings", label: t("layout.site") }] : []),
    { href: "/inbox", label: t("notifications.inbox"), isDocument: true },
    { href: "/settings", label: t("layout.settings"), within: "/settings" },
  ];
}

/** The head of every desk. What it shows is a convenience: each page and each verb asks for itself. */
export function DeskHeader({ name, viewer }: { name: string; viewer: Viewer | null }) {
  return (
    <header className="desk-head">
      <a className="home" href="/" title={t("layout.publication")}>
        <Wordmark name={name} />
      </a>
      <DeskNav label={t("layout.workRooms")} rooms={roomsFor(viewer)} />
    </header>
  );
}
