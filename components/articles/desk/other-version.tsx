import { When } from "@/components/ui/when";
import { differences } from "@/lib/articles/differences";
import type { Fields } from "@/lib/articles/form-fields";
import { t } from "@/lib/messages";

interface OtherVersionProps {
  id: string;
  stored: Fields;
  typed: Fields;
  saved: { by: string | null; at: Date } | null;
}

const compared = ["title", "standfirst", "body"] as const;

function Compared({ stored, typed }: { stored: string; typed: string }) {
  if (stored === typed) return <p className="small">{t("admin.conflict.same")}</p>;
  return (
    <p className="compared" dir="auto">
      {differences(stored, typed).map(({ kind, words }, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches do not move
        if (kind === "same") return <span key={place}>{words}</span>;
        const Mark = kind === "first" ? "del" : "ins";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches do not move
          <Mark key={place}>
            <span className="sr-only">{t(`admin.conflict.${kind}`)} </span>
            {words}
          </Mark>
        );
      })}
    </p>
  );
}

/** Somebody else saved first: who and when, what differs, their words whole, and the ways out. */
export function OtherVersion({ id, stored, typed, saved }: OtherVersionProps) {
  return (
    <section className="pane-side" aria-labelledby="other-head">
      <h2 id="other-head">{t("admin.conflict.theirs")}</h2>
      <p className="small">
        {saved && (
          <>
            {t("admin.conflict.savedBy", { name: saved.by ?? t("admin.conflict.somebody") })}{" "}
            <When at={saved.at} as="moment" />
          </>
        )}
      </p>
      <p className="small">{t("admin.conflict.key")}</p>
      {compared.map((name) => (
        <section key={name} aria-labelledby={`compared-${name}`}>
          <h3 id={`compared-${name}`}>{t(`admin.field.${name}`)}</h3>
          <Compared stored={stored[name] ?? ""} typed={typed[name] ?? ""} />
        </section>
      ))}
      <details>
        <summary>{t("admin.conflict.whole")}</summary>
        <p className="compared" dir="auto">
          <b>{stored.title}</b>
        </p>
        <p className="compared" dir="auto">
          {stored.standfirst}
        </p>
        <p className="compared" dir="auto">
          {stored.body}
        </p>
      </details>
      <p className="actions">
        <a className="button" href={`/admin/articles/${id}`}>
          {t("admin.conflict.takeTheirs")}
        </a>
      </p>
    </section>
  );
}
