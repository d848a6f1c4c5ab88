import { previewForm } from "@/lib/comments/preview";
import { renderWords } from "@/lib/comments/words";
import type { KeptForm } from "@/lib/drafts";
import { AppError } from "@/lib/errors";
import { t } from "@/lib/messages";

/** The words of a form that was sent to be previewed, as they will look. */
export async function PreviewBox({ kept }: { kept: KeptForm | null }) {
  if (kept?.form !== previewForm) return null;
  const html = await rendered(kept.fields.body ?? "");
  return (
    <section className="box" aria-label={t("writing.previewTitle")}>
      <p className="hint">{t("writing.previewTitle")}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was rendered (lib/markdown.ts) */}
      <div className="text" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}

async function rendered(body: string): Promise<string> {
  try {
    return (await renderWords(body)).html;
  } catch (thrown) {
    if (thrown instanceof AppError) return "";
    throw thrown;
  }
}
