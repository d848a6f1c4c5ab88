import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import type { Typed } from "@/components/ui/typed";
import { lineKinds } from "@/lib/comments/screening/rule-lines";
import { listKinds } from "@/lib/comments/screening/rule-lists";
import type { RulesOutput } from "@/lib/comments/screening/schema";
import { t } from "@/lib/messages";

export const rulesAction = "/api/v1/moderation/rules";
export const playbackAction = "/api/v1/moderation/rules/playbacks";

interface RulesFormProps {
  rules: RulesOutput;
  /** The words to begin with. */
  document: string;
  typed: Typed;
}

/** The rules as one text. The first button is the one that changes nothing: Enter in a field presses it. */
export function RulesForm({ rules: { revision }, document, typed }: RulesFormProps) {
  return (
    <form method="post" action={rulesAction} className="rules">
      <input type="hidden" name="revision" value={revision} />
      <TextArea
        name="document"
        className="rules-text"
        label={t("screening.document")}
        hint={t("screening.documentHint")}
        fault={typed.problem && <Faults typed={typed} />}
        defaultValue={document}
        dir="auto"
        rows={24}
        spellCheck={false}
      />
      <details>
        <summary>{t("screening.kinds")}</summary>
        <ul>
          {[...Object.values(lineKinds), ...Object.values(listKinds)].map(({ example }) => (
            <li key={example}>
              <code>{example}</code>
            </li>
          ))}
        </ul>
      </details>
      <Field
        name="why"
        label={t("screening.why")}
        hint={t("screening.whyHint")}
        fault={typed.fault("why")}
        defaultValue={typed.value("why")}
        dir="auto"
      />
      <p className="hint">{t("screening.tryHint")}</p>
      <p className="actions">
        <Button formAction={playbackAction}>{t("screening.tryOut")}</Button>
        <Button name="mode" value="shadow">
          {t("screening.shadow")}
        </Button>
        <Button kind="primary" name="mode" value="live">
          {t("screening.use")}
        </Button>
      </p>
    </form>
  );
}

/** Every line at fault. */
function Faults({ typed: { problem } }: { typed: Typed }) {
  const faults = problem?.errors.filter(({ path }) => path === "document") ?? [];
  return faults.map(({ message }) => (
    <span key={message}>
      {message} <br />
    </span>
  ));
}
