import { Button } from "@/components/ui/button";
import { t } from "@/lib/messages";
import type { WriterRecord } from "@/lib/moderation/schema";

/** What each standing may be changed to, and in which words. */
const changes = {
  active: [
    { to: "suspended", label: "suspend" },
    { to: "banned", label: "ban" },
  ],
  suspended: [
    { to: "active", label: "reinstate" },
    { to: "banned", label: "ban" },
  ],
  banned: [{ to: "active", label: "reinstate" }],
  closed: [],
} as const;

/** Suspends the writer's account, bans it, or lets it back: a plain form that comes back here. */
export function AccountStanding({ writer, here }: { writer: WriterRecord; here: string }) {
  return (
    <section>
      <h2>{t("moderation.account")}</h2>
      <form className="acts" method="post" action={`/api/v1/admin/accounts/${writer.id}`}>
        <input type="hidden" name="next" value={here} />
        {changes[writer.status].map(({ to, label }) => (
          <Button key={to} kind={to === "active" ? "line" : "danger"} name="status" value={to}>
            {t(`moderation.${label}`)}
          </Button>
        ))}
      </form>
      <p className="hint">{t("moderation.accountHint")}</p>
    </section>
  );
}
