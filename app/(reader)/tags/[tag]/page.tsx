import type { Metadata } from "next";
import { River } from "@/components/articles/river";
import { type Asked, asked, decoded, moreOf } from "@/components/layout/address";
import { pageMetadata } from "@/components/layout/metadata";
import { MissingPage, missingMetadata } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { Pager } from "@/components/ui/pager";
import { tagPage } from "@/lib/articles/queries";
import { t } from "@/lib/messages";

interface TagProps {
  params: Promise<{ tag: string }>;
  searchParams: Asked;
}

async function wanted({ params, searchParams }: TagProps) {
  const cursor = await asked(searchParams, "cursor");
  const found = await unlessUnreadable(tagPage(decoded((await params).tag) ?? "", cursor));
  return found && { ...found, cursor, url: `/tags/${encodeURIComponent(found.tag.slug)}` };
}

export async function generateMetadata(props: TagProps): Promise<Metadata> {
  const found = await wanted(props);
  if (!found) return missingMetadata;
  const { name } = found.tag;
  return pageMetadata({ title: name, description: t("articles.tag.rest", { name }), path: found.url });
}

export default async function TagPage(props: TagProps) {
  const found = await wanted(props);
  if (!found) return <MissingPage />;
  const { tag, articles, cursor, url } = found;
  return (
    <Page>
      <div className="plain">
        <p className="caps">{t("articles.tags")}</p>
        <h1>
          <bdi>{tag.name}</bdi>
        </h1>
        <River articles={articles.items} />
        <Pager more={moreOf(url, articles.nextCursor)} start={cursor ? url : null} />
      </div>
    </Page>
  );
}
