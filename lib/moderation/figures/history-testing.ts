import type { Admin, Member, Moderator } from "@/lib/actor";
import { system } from "@/lib/actor";
import { after, day, minute, now } from "@/lib/clock";
import { postComment } from "@/lib/comments/posting";
import { saveRules } from "@/lib/comments/screening/mutations";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { answerObjection, object } from "@/lib/moderation/fairness/mutations";
import { decide, fileReport, locked, reportComment } from "@/lib/moderation/mutations";
import { sanction } from "@/lib/moderation/people/mutations";
import { undoDecision } from "@/lib/moderation/undoing";
import { makeAdmin, makeArticle, makeKnownReader, makeModerator, makeReader } from "@/prisma/factories";
import type { DecisionAction, LegalCategory, ReportReason } from "@/prisma/generated/enums";
import { sql } from "@/prisma/testing";

const reasons: ReportReason[] = ["spam", "harassment", "illegal", "off_topic", "other"];
const categories: (LegalCategory | null)[] = ["defamation", "fraud", null];
const kinds = ["warn", "hold", "suspend", "ban"] as const;

/** Numbers from 0 to 1 in an order that the seed decides. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** So many random acts of readers, moderators and machines over the last 120 days, in the order of time; what the product refuses is left out. */
export async function makeHistory(seed: number, acts: number): Promise<void> {
  const random = chance(seed);
  const one = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const readers: Member[] = [];
  for (let n = 0; n < 24; n++) readers.push(await (n % 2 ? makeReader() : makeKnownReader()));
  const staff: (Moderator | Admin)[] = [await makeModerator(), await makeModerator(), await makeAdmin()];
  const [ruler] = staff;
  if (ruler)
    await saveRules({ ...ruler, at: after(now(), -121 * day) }, { document: "words: hold\n  casino", revision: 0 });
  const articles = [await makeArticle(), await makeArticle({ commentPolicy: "all_held" })];
  const comments: string[] = [];
  const begin = after(now(), -120 * day);

  for (let act = 0; act < acts; act++) {
    const at = after(begin, (act / acts) * 119 * day + random() * minute);
    const [reader, moderator, comment] = [one(readers), one(staff), one(comments.slice(-12))];
    const [reason = "spam", article] = [one(reasons), one(articles)];
    if (!reader || !moderator || !article) return;
    const [member, judge] = [
      { ...reader, at },
      { ...moderator, at },
    ];
    const dice = random();
    await unlessRefused(async () => {
      if (dice < 0.35 || !comment) {
        const posted = await postComment(member, {
          articleId: article.id,
          body: `${random() < 0.3 ? "Casino" : "Words"}, for the ${act}th time.`,
        });
        comments.push(posted.comment.id);
      } else if (dice < 0.5) await reportComment(member, comment, { reason, note: "" });
      else if (dice < 0.57) await reportFromOutside(comment, at, reason, one(categories) ?? null);
      else if (dice < 0.85) await decideAnyhow(judge, comment, one(actions) ?? "approve", reason);
      else if (dice < 0.88)
        await sanction(judge, reader.id, { kind: one(kinds) ?? "warn", reason, message: "Please." });
      else if (dice < 0.96) await objectToSomething(member, random());
      else await answerSomething(judge, random());
    });
  }
  await undoSome(staff, comments.slice(-30), random);
}

const actions: DecisionAction[] = ["approve", "reject", "remove", "restore", "dismiss_reports"];

async function unlessRefused(act: () => Promise<unknown>): Promise<void> {
  await act().catch((thrown: unknown) => {
    if (!(thrown instanceof AppError) || thrown.status >= 500) throw thrown;
  });
}

const reportFromOutside = (id: string, at: Date, reason: ReportReason, category: LegalCategory | null) =>
  transaction(async () => {
    const comment = await locked(id);
    if (comment.status !== "published") return;
    const address = `${at.getTime()}@example.org`;
    await fileReport(system(at), comment, { reason, category, address }, { reason, category, withoutAccount: true });
  });

const decideAnyhow = (by: Moderator, id: string, action: DecisionAction, reason: ReportReason) =>
  decide(by, id, { action, revision: 1, ...(action === "reject" || action === "remove" ? { reason } : {}) });

async function objectToSomething(by: Member, which: number): Promise<void> {
  const mine = await sql<{ id: string }>(
    `SELECT s.id FROM statements s LEFT JOIN objections o ON o."statementId" = s.id WHERE s."accountId" = $1 AND o.id IS NULL ORDER BY s.at`,
    [by.id],
  );
  const chosen = mine[Math.floor(which * mine.length)];
  if (chosen) await object(by, chosen.id, { words: "No." });
}

async function answerSomething(by: Moderator, which: number): Promise<void> {
  const open = await sql<{ id: string }>("SELECT id FROM objections WHERE status = 'open' ORDER BY at");
  const chosen = open[Math.floor(which * open.length)];
  if (chosen) await answerObjection(by, chosen.id, { outcome: which < 0.5 ? "granted" : "refused", answer: "Read." });
}

/** Undoing goes by the clock of the database: decisions of this moment only. */
async function undoSome(staff: readonly Moderator[], comments: readonly string[], random: () => number): Promise<void> {
  for (const [n, comment] of comments.entries()) {
    const by = staff[n % staff.length];
    const action = actions[n % 3];
    if (!by || !action) return;
    await unlessRefused(async () => {
      const { decision } = await decideAnyhow(by, comment, action, "spam");
      if (random() < 0.6) await undoDecision(by, decision.id);
    });
  }
}
