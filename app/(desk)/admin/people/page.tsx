import type { Metadata } from "next";
import { keptWords } from "@/components/accounts/kept-words";
import { PeopleFilter } from "@/components/accounts/people-filter";
import { PeopleTable } from "@/components/accounts/people-table";
import { type Asked, moreOf } from "@/components/layout/address";
import { NotYours } from "@/components/layout/not-yours";
import { unlessUnreadable } from "@/components/layout/readable";
import { Alert } from "@/components/ui/alert";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { canSeeAddress } from "@/lib/accounts/policy";
import { accountsPage } from "@/lib/accounts/queries";
import { accountsQuery } from "@/lib/accounts/schema";
import { isModerator } from "@/lib/actor";
import { t } from "@/lib/messages";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("accounts.people.title") };

const aPage = 50;

export default async function PeoplePage({ searchParams }: { searchParams: Asked }) {
  const viewer = await pageViewer("/admin/people", isModerator);
  if (!viewer) return <NotYours room="people" />;

  const { draft, ...given } = await searchParams;
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const query = accountsQuery.safeParse({ ...filled, limit: aPage }).data ?? { limit: aPage };
  const { cursor, limit: _limit, ...filters } = query;
  const other = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  const here = `/admin/people?${new URLSearchParams({ ...other, ...(cursor && { cursor }) })}`;
  const found = (await unlessUnreadable(accountsPage(viewer, query))) ?? (await accountsPage(viewer, { limit: aPage }));
  const kept = await keptWords(typeof draft === "string" ? draft : undefined);
  return (
    <div className="desk-page">
      <h1>{t("accounts.people.title")}</h1>
      {kept && <Alert title={t("accounts.people.refusedTitle")}>{kept.problem.detail}</Alert>}
      <PeopleFilter asked={filters} byAddress={canSeeAddress(viewer)} />
      {found.items.length > 0 ? (
        <PeopleTable viewer={viewer} people={found.items} here={here} />
      ) : (
        <Empty title={t("accounts.people.none")}>
          <p>{t("accounts.people.noneText")}</p>
        </Empty>
      )}
      <Pager
        more={moreOf("/admin/people", found.nextCursor, other)}
        start={cursor ? `/admin/people?${new URLSearchParams(other)}` : null}
      />
    </div>
  );
}
