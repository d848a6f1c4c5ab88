import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { articleLimits } from "@/lib/articles/limits";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

const action = "/api/v1/admin/articles";

/** A headline begins a piece; the rest is written in its own room. */
export function NewPiece({ kept }: { kept: KeptForm | null }) {
  const own = kept?.form === action ? kept : null;
  return (
    <form method="post" action={action} className="pane-work" aria-labelledby="new-head">
      <h2 id="new-head">{t("admin.new.title")}</h2>
      {own && <Alert title={t("admin.refused")}>{own.problem.detail}</Alert>}
      <TextArea
        name="title"
        label={t("admin.field.title")}
        hint={t("admin.new.hint")}
        fault={own?.problem.errors.find(({ path }) => path === "title")?.message}
        className="headline"
        rows={1}
        required
        maxLength={articleLimits.title}
        defaultValue={own?.fields.title}
        autoFocus={own !== null}
      />
      <p className="actions">
        <Button kind="primary">{t("admin.new.begin")}</Button>
      </p>
    </form>
  );
}
