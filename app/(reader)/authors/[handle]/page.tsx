import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { JsonLd, personData } from "@/components/articles/json-ld";
import { River } from "@/components/articles/river";
import { type Asked, asked, decoded, moreOf } from "@/components/layout/address";
import { pageMetadata } from "@/components/layout/metadata";
import { MissingPage, missingMetadata } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { Pager } from "@/components/ui/pager";
import { Portrait } from "@/components/ui/portrait";
import { faceUrl } from "@/lib/accounts/avatar";
import { authorMovedTo, authorPage, authorProfile } from "@/lib/articles/queries";
import { t } from "@/lib/messages";

interface AuthorProps {
  params: Promise<{ handle: string }>;
  searchParams: Asked;
}

export async function generateMetadata({ params }: AuthorProps): Promise<Metadata> {
  const author = await authorProfile(decoded((await params).handle) ?? "");
  if (!author) return missingMetadata;
  const { name, bio, avatarUrl } = author;
  return pageMetadata({
    title: name,
    description: bio,
    path: `/authors/${author.handle}`,
    openGraph: { type: "profile", images: avatarUrl ? [avatarUrl] : undefined },
  });
}

export default async function AuthorPage({ params, searchParams }: AuthorProps) {
  const [handle, cursor] = [decoded((await params).handle) ?? "", await asked(searchParams, "cursor")];
  const found = await unlessUnreadable(authorPage(handle, cursor));
  const moved = found ? null : await authorMovedTo(handle);
  if (moved) permanentRedirect(`/authors/${moved}`);
  if (!found) return <MissingPage />;
  const { author, articles } = found;
  const url = `/authors/${author.handle}`;
  return (
    <Page>
      <div className="plain">
        <header className="profile">
          <Portrait
            url={faceUrl(author)}
            size={96}
            alt={author.avatarUrl ? t("articles.portraitOf", { name: author.name }) : ""}
          />
          <div>
            <h1>
              <bdi>{author.name}</bdi>
            </h1>
            {author.bio && (
              <p className="standfirst" dir="auto">
                {author.bio}
              </p>
            )}
            <p className="meta">
              {t("articles.author.pieces", { count: author.articleCount })} ·{" "}
              <a href={`/people/${author.handle}`}>{t("people.asReader", { name: author.name })}</a>
            </p>
          </div>
        </header>
        <River articles={articles.items} />
        <Pager more={moreOf(url, articles.nextCursor)} start={cursor ? url : null} />
      </div>
      <JsonLd data={{ "@type": "ProfilePage", mainEntity: personData(author) }} />
    </Page>
  );
}
