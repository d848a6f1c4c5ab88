import { FormState } from "@/components/comments/form-state";
import { Page } from "@/components/layout/page";
import { FollowForm } from "@/components/notifications/follow-form";
import type { Viewer } from "@/lib/actor";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";

interface FollowPageProps {
  viewer: Viewer | null;
  kept: KeptForm | null;
  what: "thread" | "person";
  /** The discussion or the person: their own words, address and language. */
  subject: { name: string; path: string; lang?: string | undefined };
  following: boolean;
}

/** What is true now, and the way to the opposite: the answer to the button where no script shows it in place. */
export function FollowPage({ viewer, kept, what, subject, following }: FollowPageProps) {
  const [name, here] = [subject.name, `${subject.path.split("#")[0]}/follow`];
  const state = following
    ? what === "thread"
      ? "nowThread"
      : "nowPerson"
    : what === "thread"
      ? "notThread"
      : "notPerson";
  return (
    <Page>
      <div className="plain">
        <h1>{t("notifications.follow.title")}</h1>
        <p className="meta">
          <a href={subject.path} lang={subject.lang}>
            <bdi>{name}</bdi>
          </a>
        </p>
        <FormState viewer={viewer} kept={kept} here={here} refused={t("notifications.follow.refused")} />
        {viewer && (
          <>
            <p role="status">
              <b>{t(`notifications.follow.${state}`, { name })}</b> {following && t("notifications.follow.what")}
            </p>
            <div className="actions follow-acts">
              <FollowForm
                action={`/api/v1${here}`}
                what={what}
                following={following}
                kind={following ? "line" : "primary"}
                plain
              />
              <a href={subject.path}>
                {what === "thread" ? t("notifications.follow.back") : t("notifications.follow.backPerson", { name })}
              </a>
              <a href="/settings#follow-head">{t("notifications.settings.followHead")}</a>
            </div>
          </>
        )}
      </div>
    </Page>
  );
}
