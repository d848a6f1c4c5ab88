import type { Metadata } from "next";
import { FormState } from "@/components/comments/form-state";
import { keptDraft } from "@/components/comments/kept-draft";
import { type Asked, asked, moreOf } from "@/components/layout/address";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { NotificationItem } from "@/components/notifications/notification-item";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import type { Viewer } from "@/lib/actor";
import { t } from "@/lib/messages";
import { inbox } from "@/lib/notifications/inbox";
import { unreadCount } from "@/lib/notifications/queries";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("notifications.title"), robots: { index: false } };

const anybody = (viewer: Viewer | null): viewer is Viewer => viewer !== null;

/** What one visitor is told. Looking at it changes nothing: what is read, they say. */
export default async function InboxPage({ searchParams }: { searchParams: Asked }) {
  const viewer = await pageViewer("/inbox", anybody);
  if (!viewer) return null;
  const cursor = await asked(searchParams, "cursor");
  const [told, unread, kept] = await Promise.all([
    unlessUnreadable(inbox(viewer, { cursor, limit: 20 })),
    unreadCount(viewer),
    keptDraft(searchParams),
  ]);
  if (!told) return <MissingPage />;
  const newest = told.items[0];
  return (
    <Page>
      <div className="plain inbox">
        <header className="inbox-head">
          <h1>{t("notifications.title")}</h1>
          {newest && unread > 0 && (
            <form className="inline" method="post" action="/api/v1/notifications/read">
              <input type="hidden" name="until" value={newest.toldAt} />
              <Button>{t("notifications.markAll")}</Button>
            </form>
          )}
        </header>
        <p className="meta facts-of">
          <span role="status">{t("notifications.unread", { count: unread })}</span>
          <a href="/settings#mail-head">{t("notifications.toSettings")}</a>
          <a href="/statements">{t("fairness.list.settings")}</a>
        </p>
        <FormState viewer={viewer} kept={kept} here="/inbox" refused={t("notifications.refused")} />
        {newest ? (
          <notification-list>
            <ol className="notification-list">
              {told.items.map((each) => (
                <NotificationItem key={each.id} told={each} />
              ))}
            </ol>
          </notification-list>
        ) : (
          <Empty title={t("notifications.empty")}>
            <p>{t("notifications.emptyText")}</p>
          </Empty>
        )}
        <Pager more={moreOf("/inbox", told.nextCursor)} start={cursor ? "/inbox" : null} />
      </div>
    </Page>
  );
}
