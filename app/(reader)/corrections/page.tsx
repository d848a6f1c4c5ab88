import { River } from "@/components/articles/river";
import { pageMetadata } from "@/components/layout/metadata";
import { Page } from "@/components/layout/page";
import { Empty } from "@/components/ui/empty";
import { correctedArticles } from "@/lib/articles/queries";
import { t } from "@/lib/messages";

export const generateMetadata = () =>
  pageMetadata({
    title: t("articles.corrections.title"),
    description: t("articles.corrections.lead"),
    path: "/corrections",
  });

export default async function CorrectionsPage() {
  const articles = await correctedArticles();
  return (
    <Page>
      <div className="plain">
        <h1>{t("articles.corrections.title")}</h1>
        <p className="standfirst">{t("articles.corrections.lead")}</p>
        {articles.length > 0 ? (
          <River articles={articles} corrected />
        ) : (
          <Empty title={t("articles.corrections.none")} />
        )}
      </div>
    </Page>
  );
}
