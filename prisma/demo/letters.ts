import { createAccount } from "@/lib/accounts/mutations";
import { isMember, personAt, system, type Viewer } from "@/lib/actor";
import { after, hour, minute } from "@/lib/clock";
import { postComment } from "@/lib/comments/posting";
import { decide, reportComment } from "@/lib/moderation/mutations";
import { type Cast, memberAt, moderatorAt } from "@/prisma/demo/cast";
import { chances } from "@/prisma/demo/drawings/shapes";
import { type PasserBy, passerByKeys, passersBy } from "@/prisma/demo/passers-by";
import { type PersonKey, readerKeys } from "@/prisma/demo/people";
import type { Printed } from "@/prisma/demo/press";
import { answeredAt } from "@/prisma/demo/rhythm";
import type { Step } from "@/prisma/demo/step";
import type { Submission } from "@/prisma/demo/submissions";
import { kept, notes, reported } from "@/prisma/demo/verdicts";
import type { ReportReason } from "@/prisma/generated/enums";

/** Everybody who wrote to the standing pages, and who looked after them. */
export class Season {
  private readonly strangers = new Map<PasserBy, Viewer>();
  private readonly chance = chances(97);
  private readonly last: Date;

  constructor(
    private readonly cast: Cast,
    private readonly pages: readonly Printed[],
    now: Date,
  ) {
    this.last = after(now, -10 * minute);
  }

  /** The moment, or shortly before now if it has not come yet. */
  before(at: Date): Date {
    return at < this.last ? at : this.last;
  }

  /** Signs up who came by, an hour before they first wrote. */
  async welcome(sent: readonly Submission[]): Promise<void> {
    for (const key of passerByKeys) {
      const first = sent.filter(({ by }) => by === key).sort((one, other) => one.at.getTime() - other.at.getTime())[0];
      if (!first) continue;
      const email = `${key}@rejoinder.example`;
      const account = { email, name: passersBy[key], handle: key, passwordHash: "no password opens this" };
      this.strangers.set(key, await createAccount(system(after(first.at, -hour)), account));
    }
  }

  stranger(key: PasserBy, at: Date): Viewer {
    const viewer = this.strangers.get(key);
    if (viewer) return personAt(system(at), viewer);
    throw new Error(`${key} never came by.`);
  }

  private writer(key: PersonKey | PasserBy, at: Date) {
    if (!isStranger(key)) return memberAt(this.cast, key, at);
    const viewer = this.stranger(key, at);
    if (isMember(viewer)) return viewer;
    throw new Error(`${key} may not write.`);
  }

  /** One of the three who look after the pages, but not `but`. */
  moderator(at: Date, but?: PersonKey): { key: PersonKey; by: ReturnType<typeof moderatorAt> } {
    const others = moderators.filter((key) => key !== but);
    const key = others[Math.floor(this.chance() * others.length)] ?? "ewan";
    return { key, by: moderatorAt(this.cast, key, at) };
  }

  /** What happens with something that was sent: it is posted, perhaps reported, and decided on where it waits or does not belong. */
  stepsOf(sent: Submission): Step[] {
    const begins = kept.find(([words]) => sent.body.startsWith(words));
    const decided = this.before(after(answeredAt(sent.at, this.chance(), sent.course), begins ? 7 * hour : 0));
    const reports = sent.reason && sent.page === open ? Math.ceil(3 * this.chance()) : 0;
    const waits = decided.getTime() - sent.at.getTime();
    return [
      { at: sent.at, run: () => this.post(sent) },
      ...Array.from({ length: reports }, (_, at): Step => {
        const moment = after(sent.at, (waits * (at + 1)) / (reports + 2));
        return {
          at: moment,
          run: () =>
            this.report(sent, moment, sent.reason ?? "other", pick(reported[sent.reason ?? "other"], this.chance())),
        };
      }),
      { at: decided, run: () => this.decide(sent, decided) },
      ...(begins ? this.keep(sent, decided, begins[1], begins[2]) : []),
    ];
  }

  private async post(sent: Submission): Promise<void> {
    const articleId = this.pages.find(({ piece }) => piece.slug === sent.page)?.id ?? "";
    const { comment } = await postComment(this.writer(sent.by, sent.at), { articleId, body: sent.body });
    sent.id = comment.id;
    sent.waits = comment.status === "pending";
  }

  private async report(sent: Submission, at: Date, reason: ReportReason, note: string): Promise<void> {
    if (!sent.id || sent.waits) return;
    const others = reporters.filter((key) => key !== sent.by);
    const key = others[Math.floor(this.chance() * others.length)] ?? "greta";
    await reportComment(memberAt(this.cast, key, at), sent.id, { reason, note });
  }

  private async decide(sent: Submission, at: Date): Promise<void> {
    if (!sent.id || (!sent.waits && !sent.reason)) return;
    const { key, by } = this.moderator(at);
    const action = sent.reason === null ? "approve" : sent.waits ? "reject" : "remove";
    const why = sent.reason && { reason: sent.reason, note: pick(notes[sent.reason], this.chance()) };
    const { decision } = await decide(by, sent.id, { action, ...why, revision: 1 });
    sent.decisionId = decision.id;
    sent.decidedBy = key;
    sent.waits = false;
  }

  private keep(sent: Submission, from: Date, reason: ReportReason, note: string): Step[] {
    const [asked, answered] = [this.before(after(from, hour)), this.before(after(from, 9 * hour))];
    return [
      { at: asked, run: () => this.report(sent, asked, reason, note) },
      {
        at: answered,
        run: async () => {
          if (!sent.id) return;
          const { by } = this.moderator(answered);
          await decide(by, sent.id, { action: "dismiss_reports", note: "It may stay.", revision: 1 });
        },
      },
    ];
  }
}

const open = "what-should-we-count-next";
const isStranger = (key: PersonKey | PasserBy): key is PasserBy => key in passersBy;
const moderators: readonly PersonKey[] = ["rosalind", "rosalind", "wren", "wren", "rosalind", "ewan"];
/** Readers of longer standing than the pages. */
const reporters: readonly PersonKey[] = readerKeys.slice(0, 6);
const pick = (from: readonly string[] | undefined, chance: number) => from?.[Math.floor(chance * from.length)] ?? "";
