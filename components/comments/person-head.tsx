import { Badge } from "@/components/ui/badge";
import { Portrait } from "@/components/ui/portrait";
import { faceUrl } from "@/lib/accounts/avatar";
import type { Person } from "@/lib/comments/person";
import { formatMonth, t } from "@/lib/messages";

/** Who somebody is: face, name, words about themselves, what they do here and since when. Of somebody banned only the name. */
export function PersonHead({ person }: { person: Person }) {
  const { name, handle, bio, role, status, createdAt, commentCount } = person;
  const head = (
    <h1>
      <bdi>{name}</bdi>
    </h1>
  );
  if (status === "banned") {
    return (
      <header className="profile">
        <div>
          {head}
          <p className="meta">{t("people.banned")}</p>
        </div>
      </header>
    );
  }
  const since = { role: t(`people.role.${role}`), month: formatMonth(createdAt) };
  return (
    <header className="profile">
      <Portrait url={faceUrl(person)} size={96} alt={person.avatarUrl ? t("people.portrait", { name }) : ""} />
      <div>
        {head}
        <p className="meta">
          {t("people.handle", { handle })} {role === "reader" || <Badge soft>{t(`people.badge.${role}`)}</Badge>}
        </p>
        {bio && (
          <p className="standfirst" dir="auto">
            {bio}
          </p>
        )}
        <p className="meta">
          {status === "closed" ? t("people.closed") : t("people.roleSince", since)} ·{" "}
          {t("people.counts", { count: commentCount })}
        </p>
      </div>
    </header>
  );
}
