import { createHash } from "node:crypto";
import { system } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { invalid, notFound } from "@/lib/errors";
import { post } from "@/lib/mail";
import { t } from "@/lib/messages";
import { formIs } from "@/lib/moderation/fairness/form-token";
import { outcome, received } from "@/lib/moderation/fairness/letters";
import type { OutsideReport } from "@/lib/moderation/fairness/schema";
import { fileReport, locked } from "@/lib/moderation/mutations";
import { limits, spendIfLeft } from "@/lib/rate-limit";
import { siteSettings } from "@/lib/settings";

/**
 * Reports a comment for somebody without an account (EU 2022/2065 art. 16), and confirms it to the address given, unless that was written to five
 * times in a day: it may be somebody else's. From one address of mail, or where none is given from one `network` in a day, a second report of a comment
 * changes nothing, and nobody learns that it was one. Throws `invalid` for a form that is not ours, too quick or too old, `not_found` for a comment that
 * readers do not see.
 */
export async function reportWithoutAccount(commentId: string, input: OutsideReport, network: string): Promise<void> {
  const { reason, category = null, explanation: note, name, email: address = null, formToken } = input;
  const at = now();
  const form = formIs(formToken, commentId, at);
  if (form !== "fine") throw invalid("formToken", t(form === "quick" ? "fairness.fault.quick" : "fairness.fault.form"));
  if (!address && !(await spendIfLeft(limits.reportNameless, hashed(`${commentId} ${network}`)))) return;
  await transaction(async () => {
    const comment = await locked(commentId);
    if (comment.status !== "published" || !comment.articlePublished) throw notFound();
    const told = { reason, category, withoutAccount: true };
    const first = await fileReport(system(at), comment, { reason, note, name, category, address }, told);
    if (first && address && (await spendIfLeft(limits.reportAddress, hashed(address))))
      await confirm(commentId, address);
  });
}

/** The counters of limits lie apart from reports, and outlive them. */
const hashed = (who: string) => createHash("sha256").update(who).digest("base64url");

async function confirm(commentId: string, address: string): Promise<void> {
  const { name } = await siteSettings();
  const { id, createdAt } = await db.report.findFirstOrThrow({
    where: { commentId, address },
    select: { id: true, createdAt: true },
  });
  await post(received(name, { id, commentId, at: createdAt, to: address }));
}

/** Mails what a decision made of their reports to those without an account, in the caller's transaction: once each. */
export async function mailOutcomes(decisionId: string): Promise<void> {
  const reports = await db.report.findMany({
    where: { decisionId, status: { not: "open" }, address: { not: null } },
    select: {
      ...{ id: true, commentId: true, createdAt: true, address: true, status: true },
      comment: { select: { article: { select: { title: true } } } },
    },
  });
  for (const { address, status, createdAt: at, comment, ...report } of reports) {
    if (!address || status === "open") continue;
    await post(outcome({ ...report, at, to: address, status, decisionId, title: comment.article.title }));
  }
}
