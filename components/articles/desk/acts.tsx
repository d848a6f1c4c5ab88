import { faultOf } from "@/components/articles/desk/fault-of";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Fields } from "@/lib/articles/form-fields";
import type { FieldError } from "@/lib/errors";
import { t } from "@/lib/messages";
import type { ArticleStatus } from "@/prisma/generated/enums";

interface ActProps {
  status: ArticleStatus;
  busy: boolean;
}

/** What is done most often. Saving comes first, so that Enter in a field saves and publishes nothing. */
export function MainActs({ status, busy }: ActProps) {
  const live = status === "published";
  return (
    <div className="actions">
      <Button name="act" value="save" kind={live ? "primary" : "line"} busy={busy}>
        {busy ? t("admin.act.saving") : t(live ? "admin.act.saveLive" : "admin.act.save")}
      </Button>
      <Button name="act" value="preview">
        {t("admin.act.preview")}
      </Button>
      {!live && (
        <Button name="act" value="publish" kind="primary">
          {t(status === "scheduled" ? "admin.act.publishNow" : "admin.act.publish")}
        </Button>
      )}
    </div>
  );
}

/** What is done seldom: a time to appear at, taking back, putting away. */
export function SeldomActs({
  status,
  fields,
  errors,
}: {
  status: ArticleStatus;
  fields: Fields;
  errors: readonly FieldError[];
}) {
  return (
    <>
      {status !== "published" && (
        <div className="inline">
          <Field
            name="at"
            type="datetime-local"
            label={t("admin.field.at")}
            defaultValue={fields.at}
            fault={faultOf(errors, "at")}
          />
          <Button name="act" value="schedule">
            {t(status === "scheduled" ? "admin.act.reschedule" : "admin.act.schedule")}
          </Button>
        </div>
      )}
      <div className="actions">
        {status !== "draft" && (
          <Button name="act" value="unpublish" kind={status === "archived" ? "line" : "danger"}>
            {t(status === "archived" ? "admin.act.toDraft" : "admin.act.unpublish")}
          </Button>
        )}
        {status !== "archived" && (
          <Button name="act" value="archive">
            {t("admin.act.archive")}
          </Button>
        )}
      </div>
      {status === "published" && <p className="small">{t("admin.hint.unpublish")}</p>}
    </>
  );
}
