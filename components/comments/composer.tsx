import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { maxBody } from "@/lib/comments/limits";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

const tools = ["bold", "italic", "link", "quote", "list"] as const;

interface ComposerProps {
  /** The route that the words go to; that with `/preview` shows what they will look like. */
  action: string;
  /** Of the text, and unique on the page. */
  id: string;
  label: string;
  placeholder?: string;
  /** The words to begin with. */
  words?: string | undefined;
  /** What was typed before, and what was wrong with it. */
  kept?: Pick<KeptForm, "id" | "problem"> | null;
  /** The article whose people may be named; absent: no names are proposed. */
  slug: string;
  fields?: Record<string, string>;
  hint: ReactNode;
  refused: string;
  offline: string;
  button: string;
  busy: string;
  /** Where one goes who wants to leave it as it is. */
  cancel?: string;
}

/** The one form in which comments are written and changed. A plain form; `<comment-form>` makes it send itself, and lose nothing. */
export function Composer(props: ComposerProps) {
  const {
    action,
    id,
    label,
    placeholder,
    words,
    kept,
    slug,
    fields = {},
    hint,
    refused,
    offline,
    button,
    busy,
    cancel,
  } = props;
  const fault = kept?.problem.errors.find(({ path }) => path === "body")?.message;
  return (
    <comment-form data-offline={offline} data-slug={slug}>
      <form className="composer" method="post" action={action}>
        <label htmlFor={id}>{label}</label>
        <Tools id={id} />
        <div className="writing">
          <textarea
            id={id}
            className="input"
            name="body"
            rows={4}
            dir="auto"
            required
            placeholder={placeholder}
            defaultValue={words}
            data-max={maxBody}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? `${id}-fault` : undefined}
          />
        </div>
        {fault && (
          <p className="fault" id={`${id}-fault`}>
            {fault}
          </p>
        )}
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {kept && kept.id !== "" && <input type="hidden" name="draft" value={kept.id} />}
        <p
          className="hint count"
          role="status"
          data-left={t("writing.left", { number: "#" })}
          data-over={t("writing.over", { number: "#" })}
        />
        <div className="alert" role="alert" data-alert hidden>
          <b>{refused}</b> <span />
        </div>
        <div className="composer-foot">
          <p className="hint" data-signed={cancel ? undefined : t("comments.hintSigned", { name: "{name}" })}>
            {hint}
          </p>
          {cancel && (
            <a className="cancel" href={cancel}>
              {t("writing.cancel")}
            </a>
          )}
          <Button formAction={`${action}/preview`} data-busy={t("writing.previewing")}>
            {t("writing.preview")}
          </Button>
          <Button kind="primary" data-busy={busy}>
            {button}
          </Button>
        </div>
      </form>
    </comment-form>
  );
}

/** Buttons that write Markdown, hidden until there is a script that they can ask. */
function Tools({ id }: { id: string }) {
  return (
    <div className="tools" role="toolbar" aria-label={t("writing.tools.label")} aria-controls={id} hidden>
      {tools.map((name) => (
        <button key={name} type="button" data-mark={name} aria-label={t(`writing.tools.${name}`)}>
          {t(`writing.tools.short.${name}`)}
        </button>
      ))}
    </div>
  );
}
