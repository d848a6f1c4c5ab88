import { AccountField } from "@/components/accounts/account-fields";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Field, Select, TextArea } from "@/components/ui/field";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import type { SiteSettings } from "@/lib/settings";

const action = "/api/v1/admin/settings";
const fields = ["name", "description", "lang", "logo", "defaultCommentPolicy", "voting", "editWindowMinutes"];
const policies = ["open", "first_held", "all_held", "closed"] as const;

/** What an admin may change about the publication. */
export function SiteForm({ settings, kept }: { settings: SiteSettings; kept: KeptForm | null }) {
  const typed = typedInto(kept?.fields.part === "site" ? kept : null, action, fields);
  return (
    <form method="post" action={action} encType="multipart/form-data">
      <Refusal typed={typed} fields={fields} />
      <input type="hidden" name="part" value="site" />
      <AccountField
        typed={typed}
        name="name"
        label={t("accounts.site.name")}
        defaultValue={settings.name}
        dir="auto"
        required
      />
      <TextArea
        name="description"
        label={t("accounts.site.description")}
        hint={t("accounts.site.descriptionHint")}
        defaultValue={typed.value("description") ?? settings.description}
        fault={typed.fault("description")}
      />
      <AccountField
        typed={typed}
        name="lang"
        label={t("accounts.site.lang")}
        hint={t("accounts.site.langHint")}
        defaultValue={settings.lang}
        required
      />
      {settings.logo && <img src={settings.logo} alt={t("accounts.site.logoAlt")} width={240} />}
      <Field
        name="logo"
        label={t("accounts.site.logo")}
        hint={t("accounts.site.logoHint")}
        fault={typed.fault("logo")}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
      />
      {settings.logo && (
        <Choice type="checkbox" name="removeLogo" value="1">
          {t("accounts.site.removeLogo")}
        </Choice>
      )}
      <Select
        name="defaultCommentPolicy"
        label={t("accounts.site.policy")}
        defaultValue={typed.value("defaultCommentPolicy") ?? settings.defaultCommentPolicy}
        fault={typed.fault("defaultCommentPolicy")}
      >
        {policies.map((policy) => (
          <option key={policy} value={policy}>
            {t(`accounts.site.policies.${policy}`)}
          </option>
        ))}
      </Select>
      <Select
        name="voting"
        label={t("accounts.site.voting")}
        hint={t("accounts.site.votingHint")}
        defaultValue={typed.value("voting") ?? settings.voting}
        fault={typed.fault("voting")}
      >
        {(["up_and_down", "up_only"] as const).map((voting) => (
          <option key={voting} value={voting}>
            {t(`accounts.site.votings.${voting}`)}
          </option>
        ))}
      </Select>
      <AccountField
        typed={typed}
        name="editWindowMinutes"
        label={t("accounts.site.edit")}
        defaultValue={settings.editWindowMinutes}
        inputMode="numeric"
        required
      />
      <Button kind="primary">{t("accounts.site.save")}</Button>
    </form>
  );
}
