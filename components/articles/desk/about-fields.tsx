import { faultOf } from "@/components/articles/desk/fault-of";
import { Field, Select } from "@/components/ui/field";
import type { Fields } from "@/lib/articles/form-fields";
import { articleLimits } from "@/lib/articles/limits";
import type { FieldError } from "@/lib/errors";
import { t } from "@/lib/messages";

interface AboutFieldsProps {
  fields: Fields;
  errors: readonly FieldError[];
  namesAuthors: boolean;
  /** Readers may have seen its address. */
  seen: boolean;
}

const policies = ["open", "first_held", "all_held", "closed"] as const;
const languages = [
  "en",
  "ar",
  "de",
  "es",
  "fa",
  "fr",
  "he",
  "it",
  "ja",
  "ko",
  "pl",
  "pt",
  "ru",
  "tr",
  "uk",
  "zh-Hans",
  "zh-Hant",
];

/** What a piece is filed under, its address, its language, and who may answer it. */
export function AboutFields({ fields, errors, namesAuthors, seen }: AboutFieldsProps) {
  const about = (name: string) => ({ name, defaultValue: fields[name] ?? "", fault: faultOf(errors, name) });
  return (
    <>
      <Field {...about("section")} label={t("admin.field.section")} maxLength={articleLimits.section} dir="auto" />
      <Field {...about("tags")} label={t("admin.field.tags")} hint={t("admin.hint.tags")} dir="auto" />
      {namesAuthors && (
        <Field
          {...about("authors")}
          label={t("admin.field.authors")}
          hint={t("admin.hint.authors")}
          autoCapitalize="none"
        />
      )}
      <Field
        {...about("slug")}
        label={t("admin.field.slug")}
        hint={seen ? t("admin.hint.slugSeen") : t("admin.hint.slug")}
        maxLength={articleLimits.slug}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Field
        {...about("lang")}
        label={t("admin.field.lang")}
        hint={t("admin.hint.lang")}
        list="languages"
        autoCapitalize="none"
      />
      <datalist id="languages">
        {languages.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <Select {...about("commentPolicy")} label={t("admin.field.commentPolicy")}>
        {policies.map((policy) => (
          <option key={policy} value={policy}>
            {t(`admin.policy.${policy}`)}
          </option>
        ))}
      </Select>
    </>
  );
}
