import type { Metadata } from "next";
import { River } from "@/components/articles/river";
import { SearchForm } from "@/components/articles/search-form";
import { type Asked, asked, moreOf } from "@/components/layout/address";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { searchArticles } from "@/lib/articles/queries";
import { t } from "@/lib/messages";

export const metadata: Metadata = { title: t("articles.search.title"), robots: { index: false } };

export default async function SearchPage({ searchParams }: { searchParams: Asked }) {
  const [words, cursor] = [(await asked(searchParams, "q"))?.slice(0, 200), await asked(searchParams, "cursor")];
  const found = words === undefined ? null : await unlessUnreadable(searchArticles(words, cursor));
  const again = words && `/search?${new URLSearchParams({ q: words })}`;
  return (
    <Page>
      <div className="plain">
        <h1>{t("articles.search.title")}</h1>
        <SearchForm words={words} />
        {words && <h2 className="sr-only">{t("articles.search.found", { words })}</h2>}
        {found && found.items.length > 0 && <River articles={found.items} />}
        {found && found.items.length === 0 && (
          <Empty title={t("articles.search.noneTitle")}>
            <p>{t("articles.search.none")}</p>
          </Empty>
        )}
        {words && found && (
          <Pager more={moreOf("/search", found.nextCursor, { q: words })} start={cursor ? again : null} />
        )}
      </div>
    </Page>
  );
}
