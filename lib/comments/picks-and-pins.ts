import { type Member, when } from "@/lib/actor";
import { type Choosable, loadForChoice } from "@/lib/comments/loaded";
import { canChoose, canPick, canPin, isOwn, isShown } from "@/lib/comments/policy";
import { tellOfPick } from "@/lib/comments/telling";
import { db, transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { record } from "@/lib/events";
import { t } from "@/lib/messages";

// What stands out in a thread: the writer of picks and pins.

/**
 * Picks a comment out, or takes the pick back; doing so again changes nothing.
 * Throws `not_found`, `forbidden` for whoever is neither an author of the article nor an editor and on one's own, `conflict` on one that is gone.
 */
export async function pickComment(by: Member, id: string, picked: boolean) {
  return transaction(async () => {
    const comment = await loadForChoice(id);
    requireChooser(by, comment);
    if (picked && isOwn(by, comment)) throw new AppError("forbidden", t("comments.fault.pickOwn"));
    if (picked && !canPick(by, comment, comment)) throw goneFromChoice();
    const { count: changed } = picked
      ? await db.pick.createMany({ data: { commentId: id, pickedById: by.id, at: when(by) }, skipDuplicates: true })
      : await db.pick.deleteMany({ where: { commentId: id } });
    if (changed > 0) await record(by, picked ? "comment.picked" : "comment.unpicked", id);
    if (changed > 0 && picked) await tellOfPick(by, id);
    return { articleSlug: comment.articleSlug, picked };
  });
}

/**
 * Has a comment stand first under its article in place of the one that did, or lets it go; of two at once the database keeps one.
 * Throws as `pickComment`, on one's own not, and `conflict` on a reply.
 */
export async function pinComment(by: Member, id: string, pinned: boolean) {
  return transaction(async () => {
    const comment = await loadForChoice(id);
    requireChooser(by, comment);
    const { articleId } = comment;
    if (pinned && comment.depth > 0) throw new AppError("conflict", t("comments.fault.pinReply"));
    if (pinned && !canPin(by, comment, comment)) throw goneFromChoice();
    if (pinned ? await setPin(by, articleId, id) : await dropPin(articleId, id))
      await record(by, pinned ? "comment.pinned" : "comment.unpinned", id);
    return { articleSlug: comment.articleSlug, pinned };
  });
}

function requireChooser(by: Member, comment: Choosable): void {
  if (!isShown(comment)) throw notFound();
  if (!canChoose(by, comment)) throw new AppError("forbidden", t("comments.fault.choice"));
}

const goneFromChoice = () => new AppError("conflict", t("comments.fault.choiceGone"));

/** Gives false if it was pinned already. */
async function setPin(by: Member, articleId: string, commentId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    INSERT INTO pins ("articleId", "commentId", "pinnedById", at)
    VALUES (${articleId}::uuid, ${commentId}::uuid, ${by.id}::uuid, ${when(by)}::timestamptz)
    ON CONFLICT ("articleId") DO UPDATE SET "commentId" = EXCLUDED."commentId", "pinnedById" = EXCLUDED."pinnedById", at = EXCLUDED.at
    WHERE pins."commentId" <> EXCLUDED."commentId" RETURNING 1 AS moved`;
  return rows.length > 0;
}

async function dropPin(articleId: string, commentId: string): Promise<boolean> {
  return (await db.pin.deleteMany({ where: { articleId, commentId } })).count > 0;
}
