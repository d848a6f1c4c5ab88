import { CommentForm } from "@/components/comments/comment-form";
import { StateBox } from "@/components/ui/state-box";
import { t } from "@/lib/messages";

/** What the elements put into a page that somebody writes on, made here so that they bring no words and no markup of their own. */
export function WritingParts({ slug, open }: { slug: string; open: boolean }) {
  return (
    <>
      <Parts />
      {open && <AnswerTemplate slug={slug} />}
    </>
  );
}

function Parts() {
  return (
    <template className="writing-parts" data-lost={t("writing.lost")} data-newer={t("writing.newer")}>
      <div className="alert note" role="status" data-part="kept">
        <b>{t("writing.kept")}</b> <q dir="auto" /> <button type="button">{t("writing.keptUse")}</button>{" "}
        <button type="button">{t("writing.keptDrop")}</button>
      </div>
      <li data-part="waiting">
        <StateBox kind="waiting" state={t("writing.waiting")}>
          <div className="text" dir="auto" />
          <p className="acts">
            <button type="button">{t("writing.takeBack")}</button>
          </p>
        </StateBox>
      </li>
      <div className="alert note" role="status" data-part="undo" data-failed={t("writing.undoFailed")}>
        <b data-waiting={t("writing.postedWaiting")}>{t("writing.posted")}</b>{" "}
        <button type="button" data-busy={t("writing.undoing")}>
          {t("writing.undo")}
        </button>
      </div>
      <section className="box" data-part="preview" aria-label={t("writing.previewTitle")}>
        <p className="hint">{t("writing.previewTitle")}</p>
        <div className="text" dir="auto" role="status" />
      </section>
      <div
        className="people"
        role="listbox"
        data-part="people"
        aria-label={t("writing.people")}
        data-found={t("writing.peopleFound", { number: "#" })}
      >
        <div role="option" aria-selected="false" tabIndex={-1}>
          <bdi /> <span />
        </div>
      </div>
      <button type="button" className="quote" data-part="quote">
        {t("writing.quoteSelected")}
      </button>
    </template>
  );
}

/** In the place of the id of the comment that is answered. */
const anyId = "COMMENT";

/** The form of a reply, to be put under any comment without asking the server, so offline too. */
function AnswerTemplate({ slug }: { slug: string }) {
  return (
    <template className="answer">
      <CommentForm slug={slug} parentId={anyId} hint={t("comments.hint")} />
    </template>
  );
}
