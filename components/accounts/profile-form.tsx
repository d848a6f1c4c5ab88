import { AccountField, NameField } from "@/components/accounts/account-fields";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Field, TextArea } from "@/components/ui/field";
import { Portrait } from "@/components/ui/portrait";
import { Refusal } from "@/components/ui/refusal";
import { typedInto } from "@/components/ui/typed";
import { avatarUrl, faceUrl } from "@/lib/accounts/avatar";
import { handleMax } from "@/lib/accounts/limits";
import type { Viewer } from "@/lib/actor";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

const action = "/api/v1/viewer";
const fields = ["name", "handle", "bio", "avatar"];

/** Who one is to others: name, handle, biography, portrait. */
export function ProfileForm({ viewer, kept }: { viewer: Viewer; kept: KeptForm | null }) {
  const typed = typedInto(kept?.fields.part === "profile" ? kept : null, action, fields);
  const portrait = avatarUrl(viewer.avatar);
  return (
    <section aria-labelledby="profile-head">
      <h2 id="profile-head">{t("accounts.settings.profile")}</h2>
      <form method="post" action={action} encType="multipart/form-data">
        <Refusal typed={typed} fields={fields} />
        <input type="hidden" name="part" value="profile" />
        <NameField typed={typed} now={viewer.name} />
        <AccountField
          typed={typed}
          name="handle"
          label={t("accounts.form.handle")}
          hint={t("accounts.form.handleHint")}
          defaultValue={viewer.handle}
          maxLength={handleMax}
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextArea
          name="bio"
          label={t("accounts.form.bio")}
          hint={t("accounts.form.bioHint")}
          defaultValue={typed.value("bio") ?? viewer.bio}
          fault={typed.fault("bio")}
          autoFocus={typed.focused === "bio"}
        />
        <Portrait
          url={faceUrl({ handle: viewer.handle, avatarUrl: portrait })}
          size={96}
          alt={t(portrait ? "accounts.form.portraitAlt" : "accounts.form.drawnAlt")}
        />
        <Field
          name="avatar"
          label={t("accounts.form.portrait")}
          hint={t("accounts.form.portraitHint")}
          fault={typed.fault("avatar")}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
        />
        {portrait && (
          <Choice type="checkbox" name="removeAvatar" value="1">
            {t("accounts.form.removePortrait")}
          </Choice>
        )}
        <p className="actions">
          <Button kind="primary">{t("accounts.settings.save")}</Button>
          <a href={`/people/${viewer.handle}`}>{t("accounts.settings.page")}</a>
        </p>
      </form>
    </section>
  );
}
