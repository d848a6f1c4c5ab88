import { pageMetadata } from "@/components/layout/metadata";
import { Page } from "@/components/layout/page";
import { t } from "@/lib/messages";

export const generateMetadata = () =>
  pageMetadata({ title: t("articles.rules.title"), description: t("articles.rules.lead"), path: "/house-rules" });

const rules = ["answer", "source", "people", "advertise", "once"] as const;
const afterwards = ["first", "removed", "edit", "report", "appeal"] as const;

export default function HouseRulesPage() {
  return (
    <Page>
      <div className="plain">
        <h1>{t("articles.rules.title")}</h1>
        <p className="standfirst">{t("articles.rules.lead")}</p>
        <div className="prose">
          <ol>
            {rules.map((rule) => (
              <li key={rule}>
                <strong>{t(`articles.rules.${rule}.rule`)}</strong> {t(`articles.rules.${rule}.why`)}
              </li>
            ))}
          </ol>
          <h2>{t("articles.rules.afterwards")}</h2>
          <ul>
            {afterwards.map((matter) => (
              <li key={matter}>{t(`articles.rules.${matter}`)}</li>
            ))}
          </ul>
        </div>
      </div>
    </Page>
  );
}
