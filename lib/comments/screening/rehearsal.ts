import { hour, minute } from "@/lib/clock";
import { repeatedWithinHours } from "@/lib/comments/limits";
import type { Rules } from "@/lib/comments/screening/rules";
import { screen, type Verdict } from "@/lib/comments/screening/screen";
import type { Submission } from "@/lib/comments/screening/submission";
import { levelOf, type Trust } from "@/lib/trust";
import type { CommentPolicy, Role } from "@/prisma/generated/enums";

/** A comment of the past, as it came in. */
export interface Past {
  authorId: string | null;
  articleId: string;
  at: number;
  words: Pick<Submission, "text" | "hosts" | "links">;
  hash: string;
  /** What was known, and what it got then. */
  screened: {
    status: "published" | "pending";
    role: Role;
    published: number;
    repeated: boolean;
    policy: CommentPolicy;
    /** Absent where they were not kept: then trust asks for published comments alone. */
    days?: number | undefined;
    removed?: number | undefined;
    measured?: true | undefined;
  };
  /** When somebody first decided on it. */
  decidedAt: number | null;
}

const aDay = repeatedWithinHours * hour;

/** Where the past would have gone otherwise: until somebody decided, a writer had one published comment more or fewer. */
interface Difference {
  by: 1 | -1;
  until: number;
}

/**
 * Lives through the past under other rules: comments given in the order in which they came get the verdict that they would have got.
 * What these rules would have refused was never there: it counts in no flood and repeats nothing. What they would have held was not
 * published until it was decided on; what they would have let through was.
 */
export class Rehearsal {
  private readonly byWriter = new Times();
  private readonly underArticle = new Times();
  private readonly said = new Map<string, { came: number; stored: number | null }>();
  private readonly differences = new Map<string, Difference[]>();

  constructor(
    private readonly rules: Rules,
    private readonly trust: Trust,
  ) {}

  judge({ authorId, articleId, at, words, hash, screened, decidedAt }: Past): Verdict {
    const { flood, threadFlood } = this.rules;
    const writer = authorId ?? "";
    const { role, days = Number.POSITIVE_INFINITY, removed = 0, measured } = screened;
    const published = this.published(writer, at, screened.published);
    const level = levelOf({ published, days, removed }, this.trust);
    const verdict = screen(
      {
        ...words,
        writer: { role, status: "active", published, level, held: measured ? { until: null } : null },
        policy: screened.policy,
        open: true,
        repeated: this.repeated(writer, hash, at, screened.repeated),
        recent: {
          byWriter: flood ? this.byWriter.since(writer, at, flood.minutes * minute) : 0,
          underArticle: threadFlood ? this.underArticle.since(articleId, at, threadFlood.minutes * minute) : 0,
        },
        learned: null,
      },
      this.rules,
    );
    if (verdict.status !== "refused") {
      if (flood) this.byWriter.add(writer, at, flood.minutes * minute);
      if (threadFlood) this.underArticle.add(articleId, at, threadFlood.minutes * minute);
    }
    this.remember(writer, hash, at, verdict.status !== "refused");
    this.note(writer, verdict.status === "published", screened.status === "published", decidedAt);
    return verdict;
  }

  private published(writer: string, at: number, recorded: number): number {
    const known = this.differences.get(writer);
    if (!known) return recorded;
    const standing = known.filter(({ until }) => until > at);
    this.differences.set(writer, standing);
    return Math.max(0, recorded + standing.reduce((sum, { by }) => sum + by, 0));
  }

  /** What stands because of an earlier comment is as these rules had that one; what was said before the past begins is believed. */
  private repeated(writer: string, hash: string, at: number, recorded: boolean): boolean {
    if (!recorded) return false;
    const earlier = this.said.get(`${writer} ${hash}`);
    if (earlier === undefined || at - earlier.came >= aDay) return true;
    return earlier.stored !== null && at - earlier.stored < aDay;
  }

  private remember(writer: string, hash: string, at: number, stored: boolean): void {
    const key = `${writer} ${hash}`;
    this.said.set(key, { came: at, stored: stored ? at : (this.said.get(key)?.stored ?? null) });
  }

  private note(writer: string, published: boolean, was: boolean, decidedAt: number | null): void {
    if (published === was) return;
    const difference: Difference = { by: published ? 1 : -1, until: decidedAt ?? Number.POSITIVE_INFINITY };
    const known = this.differences.get(writer);
    if (known) known.push(difference);
    else this.differences.set(writer, [difference]);
  }
}

/** Moments by name, forgotten once they are older than anybody asks. */
class Times {
  private readonly of = new Map<string, number[]>();

  since(name: string, at: number, ms: number): number {
    return this.kept(name, at, ms).length;
  }

  add(name: string, at: number, ms: number): void {
    const kept = this.kept(name, at, ms);
    kept.push(at);
    this.of.set(name, kept);
  }

  private kept(name: string, at: number, ms: number): number[] {
    const known = this.of.get(name) ?? [];
    const from = known.findIndex((time) => time > at - ms);
    return from === 0 ? known : from < 0 ? [] : known.slice(from);
  }
}
