import { AccountStanding } from "@/components/moderation/account-standing";
import { CommentInContext } from "@/components/moderation/comment-in-context";
import { DecisionForm, decisionAction, decisionFormId } from "@/components/moderation/decision-form";
import { LearnedScore } from "@/components/moderation/learned-score";
import type { QueuePlace } from "@/components/moderation/queue-place";
import type { useQueue } from "@/components/moderation/use-queue";
import { WriterRecord } from "@/components/moderation/writer-record";
import { Alert } from "@/components/ui/alert";
import { TextArea } from "@/components/ui/field";
import { typedInto } from "@/components/ui/typed";
import { canSuspend } from "@/lib/accounts/policy";
import type { Moderator } from "@/lib/actor";
import type { KeptForm } from "@/lib/drafts";
import { t } from "@/lib/messages";
import { mayDecide, openActions } from "@/lib/moderation/policy";
import type { QueueItem, QueuePlaceOutput } from "@/lib/moderation/schema";

interface QueueWorkProps {
  item: QueueItem;
  /** Null until it is fetched: the comment itself is there at once. */
  place: QueuePlaceOutput | null;
  viewer: Moderator;
  here: QueuePlace;
  kept: KeptForm | null;
  /** The name of another moderator who looks at it. */
  looking: string | null;
  queue: ReturnType<typeof useQueue>;
  now: Date;
}

/** The comment under decision in its place, the decision, and who wrote it. */
export function QueueWork({ item, place, viewer, here, kept, looking, queue, now }: QueueWorkProps) {
  const { comment, writer } = item;
  const own = !mayDecide(viewer, { authorId: writer?.id ?? null });
  const actions = own ? [] : openActions(comment);
  const typed = typedInto(kept, decisionAction(comment.id), ["reason", "note"]);
  const refusal =
    queue.state.refusals[comment.id] ??
    (typed.problem && {
      detail: typed.problem.detail,
      reason: typed.value("reason") ?? "",
      note: typed.value("note") ?? "",
      ...(typed.fault("reason") && { reasonFault: typed.fault("reason") }),
    });
  return (
    <>
      <div className="pane-work">
        {looking && <Alert kind="note" title={t("queue.looking", { name: looking })} />}
        <CommentInContext item={item} place={place} now={now} />
        {place?.learned && <LearnedScore learned={place.learned} />}
        {actions.length > 0 && (
          <TextArea
            name="note"
            form={decisionFormId}
            label={t("moderation.note")}
            hint={t("moderation.noteHint")}
            fault={typed.fault("note")}
            defaultValue={refusal?.note}
          />
        )}
      </div>
      <aside className="pane-side" aria-label={t("moderation.decision")}>
        <h2>{t("moderation.decision")}</h2>
        {own && <Alert kind="note" title={t("moderation.own")} />}
        {!own && actions.length === 0 && <p>{t("moderation.nothingOpen")}</p>}
        {actions.length > 0 && (
          <DecisionForm
            comment={{ id: comment.id, revision: comment.revision }}
            actions={actions}
            refusal={refusal}
            here={here.here}
            next={here.next}
            decide={(action, typed) => queue.decide([comment.id], action, typed)}
          />
        )}
        {writer && <WriterRecord writer={writer} />}
        {writer && canSuspend(viewer, writer) && <AccountStanding writer={writer} here={here.here} />}
      </aside>
    </>
  );
}
