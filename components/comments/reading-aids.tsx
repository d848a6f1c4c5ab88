import { Choice } from "@/components/ui/choice";
import { t } from "@/lib/messages";

const keys = ["j", "k", "u", "n", "c"] as const;

/** What leads through a thread once there is a script; until then it is hidden. `whole`: all comments are on this page. */
export function ReadingAids({ whole }: { whole: boolean }) {
  return (
    <div className="aids">
      <a className="since" href="#comments" hidden>
        <b>0</b> {t(whole ? "comments.aids.since" : "comments.aids.sinceHere")}
      </a>
      <Keys />
    </div>
  );
}

/** The keys of a thread, listed, with the switch that WCAG 2.1.4 asks for. */
export function Keys() {
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
