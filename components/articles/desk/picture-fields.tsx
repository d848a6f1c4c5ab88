import { faultOf } from "@/components/articles/desk/fault-of";
import { Choice } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import type { Fields } from "@/lib/articles/form-fields";
import { articleLimits } from "@/lib/articles/limits";
import type { FieldError } from "@/lib/errors";
import { t } from "@/lib/messages";

/** The picture that leads the piece: a file, and the words that go with it. */
export function PictureFields({ fields, errors }: { fields: Fields; errors: readonly FieldError[] }) {
  const url = fields.pictureUrl ?? "";
  const words = (name: string, part: string) => ({
    name,
    defaultValue: fields[name] ?? "",
    fault: faultOf(errors, `picture.${part}`),
    dir: "auto",
  });
  return (
    <>
      <input type="hidden" name="pictureUrl" value={url} readOnly />
      {url && (
        <p className="chosen-picture">
          <img src={url} alt={fields.pictureAlt || t("admin.picture.noAlt")} />
        </p>
      )}
      <Field
        name="picture"
        type="file"
        label={url ? t("admin.picture.other") : t("admin.picture.choose")}
        hint={t("admin.hint.picture")}
        fault={errors.find(({ path }) => path === "picture" || path === "picture.url")?.message}
        accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
      />
      <Field
        {...words("pictureAlt", "alt")}
        label={t("admin.field.pictureAlt")}
        hint={t("admin.hint.pictureAlt")}
        maxLength={articleLimits.pictureAlt}
      />
      <Field
        {...words("pictureCaption", "caption")}
        label={t("admin.field.pictureCaption")}
        maxLength={articleLimits.pictureCaption}
      />
      <Field
        {...words("pictureCredit", "credit")}
        label={t("admin.field.pictureCredit")}
        maxLength={articleLimits.pictureCredit}
      />
      {url && (
        <Choice type="checkbox" name="removePicture" value="1">
          {t("admin.picture.remove")}
        </Choice>
      )}
    </>
  );
}
