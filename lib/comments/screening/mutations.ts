import { type Moderator, when } from "@/lib/actor";
import { after, day, minute, now } from "@/lib/clock";
import { maxPlaybacks, playbackDays } from "@/lib/comments/screening/limits";
import { parseRules } from "@/lib/comments/screening/rule-document";
import { type PlaybackResult, playbackInput, type RulesInput, rulesInput } from "@/lib/comments/screening/schema";
import { db, isTaken, transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { record } from "@/lib/events";
import { newId } from "@/lib/ids";
import { enqueue } from "@/lib/jobs";
import { t } from "@/lib/messages";

/** Whom an event about the rules concerns: the nil UUID. */
const rulesSubject = "00000000-0000-0000-0000-000000000000";

/**
 * Keeps a new version of the rules, which decides from the next comment on or, in shadow, is only noted with each.
 * Throws `conflict` where `revision` is not the last version, `invalid` or `too_large` for a document with faults, each with its line.
 */
export async function saveRules(by: Moderator, input: RulesInput, restored: number | null = null): Promise<number> {
  const { document, revision, why, mode } = rulesInput.parse(input);
  const { addresses } = parseRules(document);
  return transaction(async () => {
    const last = await db.ruleVersion.findFirst({ orderBy: { number: "desc" }, select: { number: true } });
    if ((last?.number ?? 0) !== revision) throw overtaken();
    const number = revision + 1;
    const row = { number, document, mode, why, restored, addresses: [...addresses], byId: by.id, at: when(by) };
    await db.ruleVersion.create({ data: row, select: { number: true } });
    await record(by, "rules.changed", rulesSubject, { version: number, mode, why, restored });
    return number;
  }).catch((thrown: unknown) => {
    // Of two at once, the number decides.
    throw isTaken(thrown) ? overtaken() : thrown;
  });
}

const overtaken = () => new AppError("conflict", t("screening.fault.overtaken"));

/** Puts the words of an earlier version in force again, as a new one. Throws `not_found`, `conflict`. */
export async function restoreRules(by: Moderator, number: number, revision: number): Promise<number> {
  const version = await db.ruleVersion.findUnique({ where: { number }, select: { document: true } });
  if (!version) throw notFound();
  return saveRules(by, { document: version.document, revision }, number);
}

/** Begins to play rules back over the last 90 days, later and in batches. Throws `invalid`, `too_large` as `saveRules`, `conflict` while three of theirs run. */
export async function startPlayback(by: Moderator, input: { document: string }): Promise<{ id: string }> {
  const { document } = playbackInput.parse(input);
  parseRules(document);
  const id = newId();
  const at = when(by);
  await transaction(async () => {
    const running = { byId: by.id, finishedAt: null, at: { gt: after(at, -10 * minute) } };
    if ((await db.playback.count({ where: running })) >= maxPlaybacks)
      throw new AppError("conflict", t("screening.fault.playbacks"));
    await db.playback.create({
      data: { id, document, byId: by.id, at, from: after(at, -playbackDays * day) },
      select: { id: true },
    });
    await enqueue("play_back", { playbackId: id });
  });
  return { id };
}

/** Notes how far a playback is, or its end. */
export async function notePlayback(
  id: string,
  progress: { done?: number; total?: number; failed?: string; result?: PlaybackResult },
): Promise<void> {
  const ended = progress.result !== undefined || progress.failed !== undefined;
  await db.playback.update({
    where: { id },
    data: { ...progress, ...(ended && { finishedAt: now() }) },
    select: { id: true },
  });
}
