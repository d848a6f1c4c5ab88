import type { Metadata } from "next";
import { River } from "@/components/articles/river";
import { type Asked, asked, decoded, moreOf } from "@/components/layout/address";
import { pageMetadata } from "@/components/layout/metadata";
import { MissingPage, missingMetadata } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { unlessUnreadable } from "@/components/layout/readable";
import { Pager } from "@/components/ui/pager";
import { articlesPage } from "@/lib/articles/queries";

interface SectionProps {
  params: Promise<{ section: string }>;
  searchParams: Asked;
}

export async function generateMetadata({ params }: SectionProps): Promise<Metadata> {
  const section = decoded((await params).section);
  if (!section) return missingMetadata;
  return pageMetadata({ title: section, path: `/sections/${encodeURIComponent(section)}` });
}

export default async function SectionPage({ params, searchParams }: SectionProps) {
  const [section, cursor] = [decoded((await params).section) ?? "", await asked(searchParams, "cursor")];
  const articles = await unlessUnreadable(articlesPage({ section, cursor }));
  if (!articles || articles.items.length === 0) return <MissingPage />;
  const url = `/sections/${encodeURIComponent(section)}`;
  return (
    <Page>
      <div className="plain">
        <h1>
          <bdi>{section}</bdi>
        </h1>
        <River articles={articles.items} />
        <Pager more={moreOf(url, articles.nextCursor)} start={cursor ? url : null} />
      </div>
    </Page>
  );
}
