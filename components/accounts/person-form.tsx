import { Button } from "@/components/ui/button";
import { roles, statuses } from "@/lib/accounts/limits";
import { canGrant, canSuspend } from "@/lib/accounts/policy";
import type { AccountItem } from "@/lib/accounts/schema";
import type { Viewer } from "@/lib/actor";
import { t } from "@/lib/messages";

/** Role and status of one account: a form where this viewer may change them, words where not. */
export function PersonForm({ viewer, person, here }: { viewer: Viewer; person: AccountItem; here: string }) {
  const { id, name, role, status } = person;
  const grantable = roles.filter((other) => other === role || canGrant(viewer, person, other));
  const suspends = canSuspend(viewer, person);
  if (grantable.length === 1 && !suspends)
    return `${t(`accounts.people.roles.${role}`)}, ${t(`accounts.people.statuses.${status}`)}`;
  return (
    <form className="inline" method="post" action={`/api/v1/admin/accounts/${id}`}>
      <input type="hidden" name="next" value={here} />
      {grantable.length > 1 ? (
        <select className="input" name="role" defaultValue={role} aria-label={t("accounts.people.roleOf", { name })}>
          {grantable.map((other) => (
            <option key={other} value={other}>
              {t(`accounts.people.roles.${other}`)}
            </option>
          ))}
        </select>
      ) : (
        <span>{t(`accounts.people.roles.${role}`)}</span>
      )}
      {suspends && (
        <select
          className="input"
          name="status"
          defaultValue={status}
          aria-label={t("accounts.people.statusOf", { name })}
        >
          {statuses.map((other) => (
            <option key={other} value={other}>
              {t(`accounts.people.statuses.${other}`)}
            </option>
          ))}
        </select>
      )}
      <Button aria-label={t("accounts.people.saveFor", { name })}>{t("accounts.people.save")}</Button>
    </form>
  );
}
