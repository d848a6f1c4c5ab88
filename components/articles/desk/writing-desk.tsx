"use client";

import { type ReactNode, useRef, useState } from "react";
import { ArticleForm } from "@/components/articles/desk/article-form";
import { fieldsIn, fill } from "@/components/articles/desk/form-words";
import { type Done, DoneNews, FoundWords, Standing } from "@/components/articles/desk/news";
import { type Pane, PaneTabs } from "@/components/articles/desk/pane-tabs";
import { Preview } from "@/components/articles/desk/preview";
import type { EditorState } from "@/components/articles/desk/typed-fields";
import { useKeptWords } from "@/components/articles/desk/use-kept-words";
import { useLivePreview } from "@/components/articles/desk/use-live-preview";
import { useSaving } from "@/components/articles/desk/use-saving";
import { Alert } from "@/components/ui/alert";
import type { FieldError } from "@/lib/errors";
import { t } from "@/lib/messages";
import type { ArticleStatus } from "@/prisma/generated/enums";

interface WritingDeskProps {
  article: { id: string; status: ArticleStatus; url: string; wordCount: number };
  savedAt: string | null;
  publishedAt: string | null;
  state: EditorState;
  html: string;
  namesAuthors: boolean;
  done: Done | undefined;
  show: Pane;
  draft: string | undefined;
  list: ReactNode;
  /** Somebody else's version, in the place of the preview. */
  other: ReactNode;
}

/** Where fields are marked as wrong, what is wrong stands under them. */
function refusalText({ detail, errors }: { detail: string; errors: readonly FieldError[] }): string {
  return errors.length > 0 ? t("admin.faults", { count: errors.length }) : detail;
}

/** Pieces, the form and the preview. Everything works as a plain form; with JavaScript it previews, saves in place and keeps unsaved words. */
export function WritingDesk(props: WritingDeskProps) {
  const { article, state, other, draft } = props;
  const form = useRef<HTMLFormElement>(null);
  const [show, setShow] = useState(props.show);
  const preview = useLivePreview(state.fields, props.html, article.wordCount);
  const kept = useKeptWords(article.id, state.fields, props.done !== undefined);
  const saving = useSaving(article.id, state, {
    doneBefore: props.done,
    savedAt: props.savedAt,
    form,
    onSaved: kept.forget,
    onPreview: () => {
      if (form.current) preview.typed(fieldsIn(form.current), { atOnce: true });
      setShow("side");
    },
  });

  function typed() {
    if (!form.current) return;
    const fields = fieldsIn(form.current);
    preview.typed(fields);
    kept.keep(fields);
    saving.touched();
  }

  function take() {
    if (form.current && kept.found) fill(form.current, kept.found);
    kept.dismiss();
  }

  const news = (
    <>
      <Standing {...article} savedAt={saving.savedAt} publishedAt={props.publishedAt} wordCount={preview.wordCount} />
      <DoneNews done={saving.done} url={article.url} />
      {state.conflict && <Alert title={t("admin.conflict.title")}>{t("admin.conflict.text")}</Alert>}
      {!state.conflict && saving.problem && <Alert title={t("admin.refused")}>{refusalText(saving.problem)}</Alert>}
      {kept.found && !state.unsaved && <FoundWords onTake={take} onForget={kept.forget} />}
    </>
  );

  return (
    <>
      <h1 className="sr-only">{t("admin.write.of", { title: state.fields.title ?? "" })}</h1>
      <PaneTabs
        id={article.id}
        show={show}
        draft={draft}
        onShow={setShow}
        side={other ? t("admin.conflict.tab") : t("admin.tab.preview")}
      />
      <div className="panes writing" data-show={other && show === "work" ? "work side" : show}>
        {props.list}
        <ArticleForm
          id={article.id}
          status={article.status}
          fields={state.fields}
          lang={preview.fields.lang ?? "en"}
          revision={saving.revision}
          errors={saving.problem?.errors ?? []}
          namesAuthors={props.namesAuthors}
          seen={props.publishedAt !== null}
          busy={saving.busy}
          form={form}
          news={news}
          onInput={typed}
          onSubmit={saving.submit}
          onFault={saving.fault}
        />
        {other ?? <Preview fields={preview.fields} html={preview.html} />}
      </div>
    </>
  );
}
