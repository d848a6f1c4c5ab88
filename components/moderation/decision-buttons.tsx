import { keyOf } from "@/components/moderation/keys";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/messages";
import type { DecisionAction } from "@/prisma/generated/enums";

const kinds = {
  approve: "primary",
  restore: "primary",
  dismiss_reports: "primary",
  reject: "line",
  remove: "danger",
} as const;

/** A button for each of these decisions, with its key. */
export function DecisionButtons({ actions }: { actions: DecisionAction[] }) {
  return actions.map((action) => (
    <Button key={action} kind={kinds[action]} wide name="action" value={action} aria-keyshortcuts={keyOf[action]}>
      {t(`moderation.actions.${action}`)}
      <span className="key" aria-hidden="true">
        {keyOf[action].toUpperCase()}
      </span>
    </Button>
  ));
}
