import { after, minute } from "@/lib/clock";
import { deleteComment } from "@/lib/comments/mutations";
import { pickComment, pinComment } from "@/lib/comments/picks-and-pins";
import { postComment } from "@/lib/comments/posting";
import { vote } from "@/lib/comments/voting";
import { transaction } from "@/lib/db";
import { decide, reportComment } from "@/lib/moderation/mutations";
import { tellOfComment, tellOfDecision, tellOfPick } from "@/lib/notifications/mutations";
import { type Cast, memberAt, moderatorAt } from "@/prisma/demo/cast";
import { chances } from "@/prisma/demo/drawings/shapes";
import { person, readerKeys } from "@/prisma/demo/people";
import type { Printed } from "@/prisma/demo/press";
import type { Step } from "@/prisma/demo/step";
import { type DemoComment, type PlacedComment, placed } from "@/prisma/demo/thread";

const moderator = "rosalind";
/** Nobody lives at the addresses of the demonstration. */
const silently = { mailed: false };
/** Minutes in which the moderator lets a held comment through: sooner than anybody answers it. */
const approvedWithin = 4;

/**
 * Has every discussion, in the order of time over all pieces and with what else happened meanwhile, as a publication would have had it. Votes are
 * counted beside it. What was before the first piece goes through in portions.
 */
export async function converse(cast: Cast, printed: readonly Printed[], meanwhile: readonly Step[]): Promise<void> {
  const votes = new Ballot(cast);
  const steps = printed.flatMap((article) => {
    const ids = new Map<DemoComment, string>();
    return placed(article.piece.thread).flatMap((place) => stepsOf(cast, article, place, ids, votes));
  });
  const first = Math.min(...steps.map(({ at }) => at.getTime()));
  const inOrder = [...steps, ...meanwhile].sort((one, other) => one.at.getTime() - other.at.getTime());
  const early = inOrder.filter(({ at }) => at.getTime() < first);
  for (let from = 0; from < early.length; from += portion)
    await transaction(async () => {
      for (const step of early.slice(from, from + portion)) await step.run();
    });
  for (const step of inOrder.slice(early.length)) await step.run();
  await votes.counted();
}

/** Steps in one transaction: each would else wait for the disk. */
const portion = 40;

function stepsOf(
  cast: Cast,
  { id: articleId, publishedAt }: Printed,
  { comment, parent }: PlacedComment,
  ids: Map<DemoComment, string>,
  votes: Ballot,
): Step[] {
  const moment = (minutes: number) => after(publishedAt, minutes * minute);
  const own = () => known(ids, comment);
  const { fate, reports = [], chosen = [] } = comment;

  const post = async () => {
    const by = memberAt(cast, comment.by, moment(comment.at));
    const parentId = parent && known(ids, parent);
    const { comment: posted } = await postComment(by, { articleId, body: comment.body, parentId });
    ids.set(comment, posted.id);
    if (fate?.kind === "waiting" || fate?.kind === "rejected") return;
    if (posted.status === "pending") {
      const at = moment(comment.at + approvedWithin);
      await decide(moderatorAt(cast, moderator, at), posted.id, { action: "approve", revision: 1 });
    }
    await tellOfComment({ commentId: posted.id, at: moment(comment.at + approvedWithin).toISOString() }, silently);
    votes.cast(comment, posted.id, moment(comment.at + approvedWithin));
  };

  const meetFate = async () => {
    if (!fate || fate.kind === "waiting") return;
    const at = moment(fate.at);
    await votes.counted(comment);
    if (fate.kind === "withdrawn") return void (await deleteComment(memberAt(cast, comment.by, at), own()));
    const action = actions[fate.kind];
    const reason = fate.kind === "dismissed" ? undefined : fate.reason;
    const { decision } = await decide(moderatorAt(cast, moderator, at), own(), {
      ...{ action, reason, note: fate.note },
      revision: 1,
    });
    await tellOfDecision({ decisionId: decision.id }, silently);
  };

  return [
    { at: moment(comment.at), run: post },
    ...reports.map(({ by, at, reason, note = "" }) => ({
      at: moment(at),
      run: async () => void (await reportComment(memberAt(cast, by, moment(at)), own(), { reason, note })),
    })),
    ...chosen.map((choice) => ({
      at: moment(choice.at),
      run: async () => {
        await choose[choice.as](memberAt(cast, choice.by, moment(choice.at)), own(), true);
        if (choice.as === "pick") await tellOfPick({ commentId: own() }, silently);
      },
    })),
    ...(fate && fate.kind !== "waiting" ? [{ at: moment(fate.at), run: meetFate }] : []),
  ];
}

const choose = { pick: pickComment, pin: pinComment };
const actions = { rejected: "reject", removed: "remove", dismissed: "dismiss_reports" } as const;

function known(ids: ReadonlyMap<DemoComment, string>, comment: DemoComment): string {
  const id = ids.get(comment);
  if (id) return id;
  throw new Error(`${comment.by} is not heard yet: ${comment.body.slice(0, 60)}`);
}

/** Votes of readers, a comment's in a row and those of different comments side by side. */
class Ballot {
  private readonly people: Cast;
  private readonly open = new Map<DemoComment, Promise<void>>();
  private readonly chance = chances(41);

  constructor(cast: Cast) {
    this.people = cast;
  }

  cast(comment: DemoComment, id: string, from: Date): void {
    const { up = 0, down = 0 } = comment;
    const chosen = this.voters(comment, up + down);
    const last = [...this.open.values()].at(-lanes) ?? Promise.resolve();
    const counted = last.then(() =>
      transaction(async () => {
        for (const [index, key] of chosen.entries()) {
          const by = memberAt(this.people, key, after(from, (index + 1) * 3 * minute));
          await vote(by, id, index < up ? 1 : -1);
        }
      }),
    );
    counted.catch(() => undefined);
    this.open.set(comment, counted);
  }

  /** Resolves once the votes of a comment, or all, are counted. */
  async counted(comment?: DemoComment): Promise<void> {
    await (comment ? this.open.get(comment) : Promise.all(this.open.values()));
  }

  private voters({ by }: DemoComment, count: number) {
    const others = voters.filter((key) => key !== by);
    const first = Math.floor(this.chance() * others.length);
    return Array.from({ length: Math.min(count, others.length) }, (_, index) => {
      const key = others[(first + index * 7) % others.length];
      return key ?? by;
    });
  }
}

/** Readers of longer standing than the oldest piece. */
const voters = readerKeys.filter((key) => person(key).joined > 21);

/** Comments whose votes are counted side by side. */
const lanes = 4;
