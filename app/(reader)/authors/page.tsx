import { pageMetadata } from "@/components/layout/metadata";
import { Page } from "@/components/layout/page";
import { Portrait } from "@/components/ui/portrait";
import { faceUrl } from "@/lib/accounts/avatar";
import { listAuthors } from "@/lib/articles/queries";
import { t } from "@/lib/messages";

export const generateMetadata = () =>
  pageMetadata({ title: t("articles.authors.title"), description: t("articles.authors.lead"), path: "/authors" });

export default async function AuthorsPage() {
  const authors = await listAuthors();
  return (
    <Page>
      <div className="plain">
        <h1>{t("articles.authors.title")}</h1>
        <p className="standfirst">{t("articles.authors.lead")}</p>
        <ul className="river">
          {authors.map(({ handle, name, bio, avatarUrl, articleCount }) => (
            <li className="item author" key={handle}>
              <Portrait url={faceUrl({ handle, avatarUrl })} size={96} />
              <div>
                <h2>
                  <a href={`/authors/${handle}`}>
                    <bdi>{name}</bdi>
                  </a>
                </h2>
                {bio && <p dir="auto">{bio}</p>}
                <p className="meta">{t("articles.author.pieces", { count: articleCount })}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}
