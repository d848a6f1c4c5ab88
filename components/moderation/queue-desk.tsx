import { AccountStanding } from "@/components/moderation/account-standing";
import { CommentInContext } from "@/components/moderation/comment-in-context";
import { decisionFormId } from "@/components/moderation/decision-form";
import { DecisionPane } from "@/components/moderation/decision-pane";
import { LearnedScore } from "@/components/moderation/learned-score";
import type { QueuePlace } from "@/components/moderation/queue-place";
import { WriterRecord } from "@/components/moderation/writer-record";
import { Alert } from "@/components/ui/alert";
import { TextArea } from "@/components/ui/field";
import { canSuspend } from "@/lib/accounts/policy";
import type { Moderator } from "@/lib/actor";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { mayDecide, openActions } from "@/lib/moderation/policy";
import type { standingReplies } from "@/lib/moderation/queries";
import type { LearnedView, QueueItem } from "@/lib/moderation/schema";

interface QueueDeskProps {
  item: QueueItem;
  replies: Awaited<ReturnType<typeof standingReplies>>;
  learned: LearnedView | null;
  place: QueuePlace;
  viewer: Moderator;
  kept: KeptForm | null;
  now: Date;
}

/** The comment under decision in its context, the decision, and who wrote it. */
export function QueueDesk({ item, replies, learned, place, viewer, kept, now }: QueueDeskProps) {
  const { comment, writer } = item;
  const own = !mayDecide(viewer, { authorId: writer?.id ?? null });
  const actions = own ? [] : openActions(comment);
  const faultOf = (name: string) => kept?.problem.errors.find(({ path }) => path === name)?.message;
  return (
    <>
      <div className="pane-work" key={comment.id}>
        <CommentInContext item={item} replies={replies} now={now} />
        {learned && <LearnedScore learned={learned} />}
        {actions.length > 0 && (
          <TextArea
            name="note"
            form={decisionFormId}
            label={t("moderation.note")}
            hint={t("moderation.noteHint")}
            fault={faultOf("note")}
            defaultValue={kept?.fields.note}
          />
        )}
      </div>
      <aside className="pane-side" aria-label={t("moderation.decision")}>
        <h2>{t("moderation.decision")}</h2>
        {own && <Alert kind="note" title={t("moderation.own")} />}
        {!own && actions.length === 0 && <p>{t("moderation.nothingOpen")}</p>}
        {actions.length > 0 && (
          <DecisionPane
            comment={{ id: comment.id, revision: comment.revision }}
            actions={actions}
            kept={
              kept && {
                reason: kept.fields.reason,
                refusal: { detail: kept.problem.detail, reasonFault: faultOf("reason") },
              }
            }
            here={place.here}
            next={place.next}
            neighbours={{ previous: place.previous, following: place.following }}
          />
        )}
        {writer && <WriterRecord writer={writer} />}
        {writer && canSuspend(viewer, writer) && <AccountStanding writer={writer} here={place.here} />}
      </aside>
    </>
  );
}
