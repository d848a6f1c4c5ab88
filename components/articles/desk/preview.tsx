import type { Fields } from "@/lib/articles/form-fields";
import { directionOf } from "@/lib/direction";
import { t } from "@/lib/messages";

/** The lead picture; without the sizes that only the server knows. */
function LeadPicture({ fields: { pictureUrl, pictureAlt, pictureCaption, pictureCredit } }: { fields: Fields }) {
  if (!pictureUrl) return null;
  return (
    <figure className="picture">
      <img src={pictureUrl} alt={pictureAlt ?? ""} />
      {(pictureCaption || pictureCredit) && (
        <figcaption>
          {pictureCaption} {pictureCredit && <span className="credit">{pictureCredit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

/** A piece as it will be set. `html` is what the server made of its Markdown. */
export function Preview({ fields, html }: { fields: Fields; html: string }) {
  const { title, standfirst, section, lang = "en" } = fields;
  return (
    <section className="pane-side" aria-label={t("admin.preview.title")}>
      <p className="small">{t("admin.preview.title")}</p>
      <div className="preview" lang={lang} dir={directionOf(lang)}>
        {section && <p className="caps">{section}</p>}
        <h2 className="article-title">{title}</h2>
        {standfirst && <p className="standfirst">{standfirst}</p>}
        <LeadPicture fields={fields} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server sanitised it (lib/markdown.ts) */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </section>
  );
}
