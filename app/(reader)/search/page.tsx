import type { Metadata } from "next";
import { headers } from "next/headers";
import { River } from "@/components/articles/river";
import { SearchForm } from "@/components/articles/search-form";
import { type Asked, asked, moreOf } from "@/components/layout/address";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { Alert } from "@/components/ui/alert";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { searchArticles } from "@/lib/articles/queries";
import { answerStatus } from "@/lib/document";
import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";
import { clientAddress } from "@/lib/origin";
import { addressKey, limits, spend } from "@/lib/rate-limit";

export const metadata: Metadata = { title: t("articles.search.title"), robots: { index: false } };

const longest = 200;

/** Whether this address may search once more; if not, the page says so with status 429. */
async function mayLook(): Promise<boolean> {
  try {
    await spend(limits.search, addressKey(clientAddress(await headers())));
    return true;
  } catch (error) {
    if (!(error instanceof AppError && error.code === "rate_limited")) throw error;
    answerStatus(429);
    return false;
  }
}

export default async function SearchPage({ searchParams }: { searchParams: Asked }) {
  const words = (await asked(searchParams, "q"))?.slice(0, longest);
  const cursor = await asked(searchParams, "cursor");
  const slow = words !== undefined && !(await mayLook());
  const found = words === undefined || slow ? null : await unlessUnreadable(searchArticles(words, cursor));
  const again = words && `/search?${new URLSearchParams({ q: words })}`;
  return (
    <Page>
      <div className="plain">
        <h1>{t("articles.search.title")}</h1>
        {slow && <Alert title={t("articles.search.slowTitle")}>{t("articles.search.slow")}</Alert>}
        <SearchForm words={words} />
        {found && words && <h2 className="sr-only">{t("articles.search.found", { words })}</h2>}
        {found && found.items.length > 0 && <River articles={found.items} as="h3" />}
        {words !== undefined && !slow && !found?.items.length && (
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
