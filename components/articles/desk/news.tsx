import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatMoment, t } from "@/lib/messages";
import type { ArticleStatus } from "@/prisma/generated/enums";

export type Done = "save" | "preview" | "publish" | "schedule" | "unpublish" | "archive";

interface StandingProps {
  status: ArticleStatus;
  url: string;
  savedAt: string | null;
  publishedAt: string | null;
  wordCount: number;
}

/** Where the piece stands: its status, when it was saved, how long it is. */
export function Standing({ status, url, savedAt, publishedAt, wordCount }: StandingProps) {
  const parts = [
    publishedAt && status === "scheduled"
      ? t("admin.pieces.scheduledFor", { moment: formatMoment(new Date(publishedAt)) })
      : t(`admin.standing.${status}`),
    savedAt && t("admin.write.saved", { moment: formatMoment(new Date(savedAt)) }),
    t("admin.write.words", { count: wordCount }),
  ];
  return (
    <p className="small" role="status">
      {parts.filter(Boolean).join(" · ")} {status === "published" && <a href={url}>{t("admin.write.read")}</a>}
    </p>
  );
}

/** What the last press of a button came to. */
export function DoneNews({ done, url }: { done: Done | undefined; url: string }) {
  if (!done || done === "preview") return null;
  return (
    <Alert kind="note" title={t(`admin.done.${done}`)}>
      {done === "publish" && <a href={url}>{t("admin.write.read")}</a>}
    </Alert>
  );
}

/** Words of an earlier visit that were never saved. */
export function FoundWords({ onTake, onForget }: { onTake(): void; onForget(): void }) {
  return (
    <Alert kind="note" title={t("admin.found.title")}>
      <span className="actions">
        <Button type="button" onClick={onTake}>
          {t("admin.found.take")}
        </Button>
        <Button type="button" kind="quiet" onClick={onForget}>
          {t("admin.found.forget")}
        </Button>
      </span>
    </Alert>
  );
}
