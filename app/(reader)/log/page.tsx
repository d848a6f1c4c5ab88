import { type Asked, asked, moreOf } from "@/components/layout/address";
import { pageMetadata } from "@/components/layout/metadata";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { PublicLog } from "@/components/moderation/public-log";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { showed } from "@/lib/document";
import { t } from "@/lib/messages";
import { publicLog } from "@/lib/moderation/public-log";

const entriesOnAPage = 50;

export const generateMetadata = () =>
  pageMetadata({ title: t("moderation.publicLog.title"), description: t("moderation.publicLog.lead"), path: "/log" });

/** What staff did, for everybody to read: roles and reasons, no names. */
export default async function LogPage({ searchParams }: { searchParams: Asked }) {
  const cursor = await asked(searchParams, "cursor");
  const log = await unlessUnreadable(publicLog({ cursor, limit: entriesOnAPage }));
  if (!log) return <MissingPage />;
  showed("log");
  return (
    <Page>
      <div className="plain">
        <h1>{t("moderation.publicLog.title")}</h1>
        <p className="standfirst">{t("moderation.publicLog.lead")}</p>
        <p className="meta">
          <a href="/transparency">{t("moderation.publicLog.figures")}</a>
        </p>
        {log.items.length > 0 ? <PublicLog entries={log.items} /> : <Empty title={t("moderation.publicLog.none")} />}
        <Pager more={moreOf("/log", log.nextCursor)} start={cursor ? "/log" : null} />
      </div>
    </Page>
  );
}
