import { CurrentPassword } from "@/components/accounts/settings-forms";
import { Button } from "@/components/ui/button";
import { Choice, Choices } from "@/components/ui/choice";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import { commentsAfterwards } from "@/lib/accounts/limits";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

/** Everything that is one's own, as a file. */
export function ExportLink() {
  return (
    <section aria-labelledby="export-head">
      <h2 id="export-head">{t("accounts.closing.exportHead")}</h2>
      <p>{t("accounts.closing.exportText")}</p>
      <p>
        <a href="/api/v1/viewer/export" download>
          {t("accounts.closing.exportLink")}
        </a>
      </p>
    </section>
  );
}

const action = "/api/v1/viewer/close";
const fields = ["comments", "currentPassword"];

/** Leaving for good, and what becomes of the comments. */
export function ClosingForm({ kept, writes }: { kept: KeptForm | null; writes: boolean }) {
  const typed = typedInto(kept, action, fields);
  return (
    <section aria-labelledby="closing-head">
      <h2 id="closing-head">{t("accounts.closing.head")}</h2>
      <form method="post" action={action}>
        <Refusal typed={typed} fields={fields} />
        <p>{t("accounts.closing.text")}</p>
        {writes && <p>{t("accounts.closing.authorNote")}</p>}
        <Choices legend={t("accounts.closing.question")} fault={typed.fault("comments")}>
          {commentsAfterwards.map((choice) => (
            <Choice
              key={choice}
              name="comments"
              value={choice}
              defaultChecked={typed.value("comments") === choice}
              required
            >
              {t(`accounts.closing.choices.${choice}`)}
            </Choice>
          ))}
        </Choices>
        <CurrentPassword typed={typed} id="closing-currentPassword" hint={t("accounts.closing.passwordHint")} />
        <Button kind="danger">{t("accounts.closing.button")}</Button>
      </form>
    </section>
  );
}
