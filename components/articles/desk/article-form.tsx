"use client";

import { type ReactNode, type RefObject, type SubmitEvent, useRef } from "react";
import { AboutFields } from "@/components/articles/desk/about-fields";
import { MainActs, SeldomActs } from "@/components/articles/desk/acts";
import { faultOf } from "@/components/articles/desk/fault-of";
import { MarkdownToolbar } from "@/components/articles/desk/markdown-toolbar";
import { PictureFields } from "@/components/articles/desk/picture-fields";
import { TextArea } from "@/components/ui/field";
import type { Fields } from "@/lib/articles/form-fields";
import { articleLimits } from "@/lib/articles/limits";
import { directionOf } from "@/lib/direction";
import type { FieldError } from "@/lib/errors";
import { t } from "@/lib/messages";
import type { ArticleStatus } from "@/prisma/generated/enums";

interface ArticleFormProps {
  id: string;
  status: ArticleStatus;
  fields: Fields;
  /** The language as it is typed now: the words turn with it. */
  lang: string;
  revision: string;
  errors: readonly FieldError[];
  namesAuthors: boolean;
  seen: boolean;
  busy: boolean;
  form: RefObject<HTMLFormElement | null>;
  news: ReactNode;
  onInput(): void;
  onSubmit(event: SubmitEvent<HTMLFormElement>): void;
  onFault(message: string): void;
}

/** A group of fields that can be folded away; open where something in it is wrong. */
function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** The piece as fields: a plain form that works by itself. */
export function ArticleForm(props: ArticleFormProps) {
  const { id, status, fields, lang, revision, errors, namesAuthors, seen, busy, form, news } = props;
  const body = useRef<HTMLTextAreaElement>(null);
  const language = { lang, dir: directionOf(lang) };
  const faulty = (...names: string[]) => names.some((name) => faultOf(errors, name) !== undefined);
  const bodyFault = faultOf(errors, "body");
  return (
    <form
      ref={form}
      className="pane-work"
      method="post"
      action={`/api/v1/admin/articles/${id}`}
      encType="multipart/form-data"
      onInput={props.onInput}
      onSubmit={props.onSubmit}
    >
      {news}
      <MainActs status={status} busy={busy} />
      <TextArea
        {...language}
        name="title"
        className="headline"
        label={t("admin.field.title")}
        rows={1}
        required
        maxLength={articleLimits.title}
        defaultValue={fields.title}
        fault={faultOf(errors, "title")}
      />
      <TextArea
        {...language}
        name="standfirst"
        className="lede"
        label={t("admin.field.standfirst")}
        rows={2}
        maxLength={articleLimits.standfirst}
        defaultValue={fields.standfirst}
        fault={faultOf(errors, "standfirst")}
      />
      <div className="field">
        <label htmlFor="body">{t("admin.field.body")}</label>
        <p className="hint" id="body-hint">
          {t("admin.hint.body")}
        </p>
        <div>
          <MarkdownToolbar area={body} onFault={props.onFault} />
          <textarea
            {...language}
            ref={body}
            id="body"
            name="body"
            className="input words"
            defaultValue={fields.body}
            aria-describedby={bodyFault ? "body-hint body-fault" : "body-hint"}
            aria-invalid={bodyFault ? true : undefined}
          />
        </div>
        {bodyFault && (
          <p className="fault" id="body-fault">
            {bodyFault}
          </p>
        )}
      </div>
      <Fold title={t("admin.fold.picture")} open={faulty("picture")}>
        <PictureFields fields={fields} errors={errors} />
      </Fold>
      <Fold title={t("admin.fold.about")} open={faulty("section", "tags", "authors", "slug", "lang", "commentPolicy")}>
        <AboutFields fields={fields} errors={errors} namesAuthors={namesAuthors} seen={seen} />
      </Fold>
      <Fold title={t("admin.fold.seldom")} open={faulty("at")}>
        <SeldomActs status={status} fields={fields} errors={errors} />
      </Fold>
      <input type="hidden" name="revision" value={revision} readOnly />
    </form>
  );
}
