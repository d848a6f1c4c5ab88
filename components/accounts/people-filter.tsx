import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { roles, statuses } from "@/lib/accounts/limits";
import { t } from "@/lib/messages";

interface PeopleAsked {
  q?: string;
  role?: string;
  status?: string;
}

/** Finds accounts by words, role and status. */
export function PeopleFilter({ asked, byAddress }: { asked: PeopleAsked; byAddress: boolean }) {
  return (
    <form className="inline" method="get" action="/admin/people">
      <Field
        name="q"
        type="search"
        label={byAddress ? t("accounts.people.search") : t("accounts.people.searchShort")}
        defaultValue={asked.q}
        dir="auto"
        maxLength={200}
      />
      <Select name="role" label={t("accounts.people.role")} defaultValue={asked.role ?? ""}>
        <option value="">{t("accounts.people.anyRole")}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`accounts.people.roles.${role}`)}
          </option>
        ))}
      </Select>
      <Select name="status" label={t("accounts.people.status")} defaultValue={asked.status ?? ""}>
        <option value="">{t("accounts.people.anyStatus")}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {t(`accounts.people.statuses.${status}`)}
          </option>
        ))}
      </Select>
      <Button>{t("accounts.people.find")}</Button>
      {(asked.q || asked.role || asked.status) && <a href="/admin/people">{t("accounts.people.clear")}</a>}
    </form>
  );
}
