import { t } from "@/lib/messages";

/** What somebody typed and cannot send from here, to be copied. */
export function TypedWords({ words }: { words: string | undefined }) {
  return <textarea className="input" rows={6} readOnly aria-label={t("comments.edit.label")} defaultValue={words} />;
}
