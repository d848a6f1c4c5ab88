import type { ReactNode } from "react";
import { Choice } from "@/components/ui/choice";
import { t } from "@/lib/messages";

const keys = ["j", "k", "u", "n", "c"] as const;

interface ReadingAidsProps {
  /** Whether all comments are on this page; untold where only a branch is shown, which is no visit to the thread. */
  whole?: boolean;
  /** What else stands in that line. */
  children: ReactNode;
}

/** What leads through a thread once there is a script; until then it is hidden. */
export function ReadingAids({ whole, children }: ReadingAidsProps) {
  return (
    <div className="aids">
      {whole !== undefined && (
        <a className="since" href="#comments" hidden>
          <b>0</b> {t(whole ? "comments.aids.since" : "comments.aids.sinceHere")}
        </a>
      )}
      {children}
      <Keys />
      <button type="button" className="button next-new" hidden>
        {t("comments.aids.toNew")}
      </button>
    </div>
  );
}

/** The keys of a thread, listed, with the switch that WCAG 2.1.4 asks for. */
function Keys() {
  return (
    <details className="keys" hidden>
      <summary>{t("comments.aids.keys")}</summary>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <kbd className="key">{key}</kbd> {t(`comments.aids.key.${key}`)}
          </li>
        ))}
      </ul>
      <Choice type="checkbox" autoComplete="off">
        {t("comments.aids.use")}
      </Choice>
    </details>
  );
}

/** What the elements put beside a name whose words are new to this browser: the way to the next of them. */
export function NewMark() {
  return (
    <template className="new-mark">
      <a className="new-mark badge soft" href="#comments">
        {t("comments.aids.new")}
        <span className="sr-only">{t("comments.aids.nextNew")}</span>
      </a>
    </template>
  );
}
