import { Lead } from "@/components/articles/lead";
import { River } from "@/components/articles/river";
import { WellAnswered } from "@/components/comments/well-answered";
import { type Asked, asked, moreOf } from "@/components/layout/address";
import { Masthead } from "@/components/layout/masthead";
import { pageMetadata } from "@/components/layout/metadata";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { site } from "@/components/layout/site";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { frontPage } from "@/lib/articles/queries";
import { after, day, now } from "@/lib/clock";
import { changesAt } from "@/lib/document";
import { t } from "@/lib/messages";

export const generateMetadata = () => pageMetadata({ path: "/" });

export default async function FrontPage({ searchParams }: { searchParams: Asked }) {
  const cursor = await asked(searchParams, "cursor");
  const [front, { name }] = await Promise.all([unlessUnreadable(frontPage(cursor)), site()]);
  if (!front) return <MissingPage />;
  const today = new Date(now().toISOString().slice(0, 10));
  changesAt(after(today, day));
  const lead = cursor === undefined ? front.items[0] : undefined;
  return (
    <Page head={<Masthead name={name} sections={front.sections} today={today} />}>
      {lead ? <Lead article={lead} /> : <h1 className="sr-only">{cursor ? t("articles.front.older") : name}</h1>}
      {front.items.length === 0 && (
        <Empty title={t("articles.front.emptyTitle")}>
          <p>{t("articles.front.empty")}</p>
        </Empty>
      )}
      <div className="front">
        <div>
          <River articles={front.items.slice(lead ? 1 : 0)} />
          <Pager more={moreOf("/", front.nextCursor)} start={cursor ? "/" : null} />
        </div>
        <WellAnswered articleIds={front.items.map(({ id }) => id)} today={today} />
      </div>
    </Page>
  );
}
