import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { When } from "@/components/ui/when";
import type { Said } from "@/lib/comments/person";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";

/** What somebody wrote, newest first, each with the piece that it stands under. */
export function SaidList({ items, name }: { items: readonly Said[]; name: string }) {
  return (
    <section aria-labelledby="said">
      <h2 id="said">{t("people.comments")}</h2>
      {items.length === 0 ? (
        <Empty title={t("people.none")}>
          <p>{t("people.noneText", { name })}</p>
        </Empty>
      ) : (
        <ol className="said">
          {items.map((said) => (
            <li key={said.id}>
              <SaidItem said={said} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function SaidItem({ said }: { said: Said }) {
  const { id, articleSlug, articleTitle, articleLang, parentId, html, createdAt, pick, pinned, replyCount } = said;
  return (
    <article className={pick ? "c pick" : "c"}>
      <div className="by">
        <h3>
          {t(parentId ? "people.replyOn" : "people.on")}{" "}
          <a href={`/articles/${articleSlug}#comment-${id}`} lang={articleLang} dir={directionOf(articleLang)}>
            {articleTitle}
          </a>
        </h3>
        {pinned && <Badge soft>{t("comments.badge.pinned")}</Badge>}
        {pick && (
          <Badge soft>{t(pick === "author" ? "comments.badge.authorsPick" : "comments.badge.editorsPick")}</Badge>
        )}
        <a href={`/comments/${id}`}>
          <When at={createdAt} />
        </a>
      </div>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was written (lib/markdown.ts) */}
      <div className="text" dir="auto" dangerouslySetInnerHTML={{ __html: html ?? "" }} />
      {replyCount > 0 && (
        <p className="acts">
          <a className="mark" href={`/comments/${id}`}>
            {t("common.replies", { count: replyCount })}
          </a>
        </p>
      )}
    </article>
  );
}
