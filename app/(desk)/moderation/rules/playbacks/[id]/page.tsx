import type { Metadata } from "next";
import { NotYours } from "@/components/layout/not-yours";
import { LookAgain } from "@/components/moderation/look-again";
import { PlaybackFound } from "@/components/moderation/playback-result";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { isModerator } from "@/lib/actor";
import { found } from "@/lib/comments/queries";
import { playback } from "@/lib/comments/screening/queries";
import { type PlaybackOutput, playbackParams } from "@/lib/comments/screening/schema";
import { t } from "@/lib/messages";
import { pageViewer } from "@/lib/session";

export const metadata: Metadata = { title: t("screening.playback.title") };

const rules = "/moderation/rules";

/** What tried rules would have done, or how far they have been played back. */
export default async function PlaybackPage({ params }: { params: Promise<{ id: string }> }) {
  const address = playbackParams.safeParse(await params);
  const viewer = await pageViewer(rules, isModerator);
  if (!viewer) return <NotYours room="moderation" />;
  const played = address.success ? await found(playback(viewer, address.data.id)) : null;
  if (!played) return <Empty title={t("layout.notFound.title")} />;
  return (
    <div className="desk-page screening">
      <h1>{t("screening.playback.title")}</h1>
      {played.finishedAt === null && <Progress played={played} />}
      {played.failed && <Alert title={t("screening.playback.failed")}>{played.failed}</Alert>}
      {played.result && <PlaybackFound from={played.from} at={played.at} result={played.result} />}
      <p className="actions">
        <ButtonLink href={`${rules}?playback=${played.id}`}>{t("screening.playback.back")}</ButtonLink>
      </p>
    </div>
  );
}

function Progress({ played: { id, done, total } }: { played: PlaybackOutput }) {
  return (
    <section>
      <p role="status">
        {total === 0 ? t("screening.playback.waiting") : t("screening.playback.running", { done, total })}
      </p>
      {total > 0 && <progress value={done} max={total} aria-label={t("screening.playback.title")} />}
      <p>
        <a href={`${rules}/playbacks/${id}`}>{t("screening.playback.again")}</a>
      </p>
      <LookAgain />
    </section>
  );
}
