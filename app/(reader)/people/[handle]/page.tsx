import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { IgnoreForm } from "@/components/accounts/ignore-form";
import { JsonLd, profileData } from "@/components/articles/json-ld";
import { River } from "@/components/articles/river";
import { SaidList } from "@/components/comments/person-comments";
import { PersonHead } from "@/components/comments/person-head";
import { type Asked, asked, decoded, moreOf } from "@/components/layout/address";
import { pageMetadata } from "@/components/layout/metadata";
import { MissingPage, missingMetadata } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { FollowForm } from "@/components/notifications/follow-form";
import { Pager } from "@/components/ui/pager";
import { articlesPage } from "@/lib/articles/queries";
import { type Person, personByHandle, personMovedTo, saidBy } from "@/lib/comments/person";
import { t } from "@/lib/messages";

interface PersonProps {
  params: Promise<{ handle: string }>;
  searchParams: Asked;
}

const perPage = 20;
const piecesShown = 3;

const wanted = cache(async (params: PersonProps["params"]) => personByHandle(decoded((await params).handle) ?? ""));

export async function generateMetadata({ params }: PersonProps): Promise<Metadata> {
  const person = await wanted(params);
  if (!person) return missingMetadata;
  const { name, handle, bio, avatarUrl, articleCount } = person;
  return {
    ...(await pageMetadata({
      title: name,
      description: bio || t("people.description", { name }),
      path: `/people/${handle}`,
      feed: { url: `/people/${handle}/feed.xml`, title: t("notifications.feed.person", { name }) },
      openGraph: { type: "profile", images: avatarUrl ? [avatarUrl] : undefined },
    })),
    // Whoever writes here is known; a reader need not be found by name.
    ...(articleCount === 0 && { robots: { index: false } }),
  };
}

export default async function PersonPage({ params, searchParams }: PersonProps) {
  const [person, cursor] = [await wanted(params), await asked(searchParams, "cursor")];
  if (!person) {
    const moved = await personMovedTo(decoded((await params).handle) ?? "");
    if (moved) permanentRedirect(`/people/${moved}`);
    return <MissingPage />;
  }
  const said = await unlessUnreadable(saidBy(person, { cursor, limit: perPage }));
  if (!said) return <MissingPage />;
  const url = `/people/${person.handle}`;
  return (
    <Page>
      <div className="plain">
        <PersonHead person={person} />
        {person.status === "banned" || (
          <>
            {person.status !== "closed" && (
              <div className="person-acts">
                <FollowForm action={`/api/v1/people/${person.handle}/follow`} what="person" />
                <ignore-button>
                  <IgnoreForm handle={person.handle} />
                </ignore-button>
                <p className="hint">{t("people.ignoreHint")}</p>
              </div>
            )}
            {!cursor && person.articleCount > 0 && <Pieces person={person} />}
            <SaidList items={said.items} name={person.name} />
            <Pager more={moreOf(url, said.nextCursor)} start={cursor ? url : null} />
          </>
        )}
      </div>
      {person.status === "banned" || <JsonLd data={profileData(person)} />}
    </Page>
  );
}

/** The latest pieces that somebody wrote, and the way to all. */
async function Pieces({ person: { handle, articleCount } }: { person: Person }) {
  const { items } = await articlesPage({ author: handle, limit: piecesShown });
  return (
    <section aria-labelledby="pieces">
      <h2 id="pieces">{t("people.pieces")}</h2>
      <River articles={items} as="h3" />
      <p className="meta">
        <a href={`/authors/${handle}`}>{t("people.allPieces", { count: articleCount })}</a>
      </p>
    </section>
  );
}
