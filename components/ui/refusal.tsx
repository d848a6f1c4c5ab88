import { Alert } from "@/components/ui/alert";
import type { Typed } from "@/components/ui/typed";
import { t } from "@/lib/messages";

/** The alert above a form that was refused; what is wrong with a field stands under it. */
export function Refusal({ typed: { problem }, fields }: { typed: Typed; fields: readonly string[] }) {
  if (!problem) return null;
  if (problem.code === "rate_limited") return <Alert title={t("common.form.waitTitle")}>{problem.detail}</Alert>;
  const shown = problem.errors.filter(({ path }) => fields.includes(path)).length;
  const text = shown > 0 ? t("common.form.faults", { count: shown }) : problem.detail;
  return <Alert title={t("common.form.refusedTitle")}>{text}</Alert>;
}
