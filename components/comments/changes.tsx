import type { Stretch } from "@/lib/articles/differences";
import type { Change } from "@/lib/comments/history";
import { formatMoment, t } from "@/lib/messages";

/** The changes of a comment, each as one text with what was taken out and what was put in. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p>{t("writing.history.none")}</p>;
  return (
    <>
      <p className="hint">{t("writing.history.key")}</p>
      {changes.map(({ revision, at, stretches }) => (
        <section key={revision} aria-labelledby={`change-${revision}`}>
          <h2 id={`change-${revision}`}>
            <time dateTime={at.toISOString()}>{t("writing.history.changed", { time: formatMoment(at) })}</time>
          </h2>
          <Compared stretches={stretches} />
        </section>
      ))}
    </>
  );
}

function Compared({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <p className="compared" dir="auto">
      {stretches.map(({ kind, words }, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches do not move
        if (kind === "same") return <span key={place}>{words}</span>;
        const Mark = kind === "first" ? "del" : "ins";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches do not move
          <Mark key={place}>
            <span className="sr-only">{t(kind === "first" ? "writing.history.out" : "writing.history.in")} </span>
            {words}
          </Mark>
        );
      })}
    </p>
  );
}
