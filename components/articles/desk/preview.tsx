import { Picture } from "@/components/articles/picture";
import type { Fields } from "@/lib/articles/form-fields";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";

/** A piece as it will be set. `html` is what the server made of its Markdown. */
export function Preview({ fields, html }: { fields: Fields; html: string }) {
  const { title, standfirst, section, lang = "en", pictureUrl, pictureAlt, pictureCaption, pictureCredit } = fields;
  const picture = {
    url: pictureUrl ?? "",
    alt: pictureAlt ?? "",
    caption: pictureCaption ?? "",
    credit: pictureCredit ?? "",
  };
  return (
    <section className="pane-side" aria-label={t("admin.preview.title")}>
      <p className="small">{t("admin.preview.title")}</p>
      <div className="preview" lang={lang} dir={directionOf(lang)}>
        {section && <p className="caps">{section}</p>}
        <h2 className="article-title">{title}</h2>
        {standfirst && <p className="standfirst">{standfirst}</p>}
        {picture.url && <Picture picture={picture} />}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server sanitised it (lib/markdown.ts) */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </section>
  );
}
