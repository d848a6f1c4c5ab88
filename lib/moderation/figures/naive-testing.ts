import { z } from "zod";
import { sql } from "@/prisma/testing";

const entry = z.object({
  seq: z.number(),
  at: z.string(),
  type: z.string(),
  subject: z.string(),
  actorKind: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type Entry = z.output<typeof entry>;

/** The log as anybody would read it: line by line, oldest first. */
export async function readLog(): Promise<Entry[]> {
  const rows = await sql<{ entry: string }>("SELECT entry FROM log_entries ORDER BY seq");
  return rows.map((row) => entry.parse(JSON.parse(row.entry)));
}

type Counted = Record<string, number>;
const median = (times: number[]): number | null => {
  const sorted = times.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
};
const ground = (reason: unknown) => (reason === "illegal" ? "law" : "rule");
const kindOf: Record<string, string> = {
  reject: "comment_rejected",
  remove: "comment_removed",
  warn: "warned",
  hold: "comments_held",
  suspend: "suspended",
  ban: "banned",
};

/** Counts a period with pencil and paper: one loop, a look ahead for each question. Gives `section.figure.part` → number, without what is zero. */
export function countByHand(log: readonly Entry[], from: string, to: string) {
  const counts: Counted = {};
  const add = (...keys: string[]) => {
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  };
  const undone = new Set(log.flatMap(({ type, data }) => (type === "comment.decision_undone" ? [data.undone] : [])));
  const stands = ({ type, data }: Entry) => type === "comment.decided" && !undone.has(data.decisionId);
  const within = ({ at }: Entry) => at.slice(0, 10) >= from && at.slice(0, 10) <= to;
  const first = (after: Entry, actions: string[]) =>
    log
      .filter((each) => stands(each) && each.subject === after.subject && actions.includes(String(each.data.action)))
      .filter(({ at, seq }) => at > after.at || (at === after.at && seq > after.seq))
      .sort((one, other) => one.at.localeCompare(other.at) || one.seq - other.seq)[0];
  const seconds = (one: Entry, other: Entry) => (Date.parse(other.at) - Date.parse(one.at)) / 1_000;
  const foundBy = (id: unknown) =>
    String(log.find(({ type, data }) => type === "statement.issued" && data.of === id)?.data.foundBy ?? "moderator");
  const [noticeTimes, objectionTimes]: [number[], number[]] = [[], []];

  for (const each of log.filter(within)) {
    add("log.entries");
    const { type, data, subject } = each;
    const reason = String(data.reason);
    const measure = (kind: string, why: string, on: string, found: string) => {
      add("measures.total", `measures.byKind.${kind}`, `measures.byReason.${why}`, `measures.byMeans.${found}`);
      add(`measures.byGround.${on}`);
      if (kind === "suspended" || kind === "banned") add("suspensions.total", `suspensions.byReason.${why}`);
    };
    if (type === "comment.reported") {
      const answer = first(each, ["reject", "remove", "dismiss_reports"]);
      const acted = ground(answer?.data.reason) === "law" ? "acted_on_law" : "acted_on_rules";
      const outcome = !answer ? "open" : answer.data.action === "dismiss_reports" ? "dismissed" : acted;
      if (answer) noticeTimes.push(seconds(each, answer));
      add("notices.total", `notices.byReason.${reason}`, `notices.byCategory.${data.category ?? "none"}`);
      add(`notices.bySource.${each.actorKind === "person" ? "account" : "visitor"}`, `notices.byOutcome.${outcome}`);
    }
    if (type === "comment.held") {
      const answer = first(each, ["approve", "reject"])?.data.action;
      const outcome = answer === "approve" ? "approved" : answer === "reject" ? "rejected" : "open";
      measure("comment_held", "none", "rule", String(data.by));
      const kinds = ["measure", "first", "all_held", "first_held", "edited"];
      const steps = z.array(z.string()).parse(data.steps);
      const machine = steps.every((step) => kinds.includes(step)) ? "standing" : String(data.by);
      add("measures.automated", "machines.held", `machines.byMachine.${machine}.held`);
      add(`machines.byMachine.${machine}.byOutcome.${outcome}`);
    }
    if (type === "comment.decided" && (data.action === "reject" || data.action === "remove")) {
      if (undone.has(data.decisionId)) add("measures.undone");
      else measure(kindOf[String(data.action)] ?? "", reason, ground(reason), foundBy(data.decisionId));
    }
    if (type === "account.sanctioned")
      measure(kindOf[String(data.kind)] ?? "", reason, ground(reason), foundBy(data.sanctionId));
    if (type === "objection.made") {
      const answer = log.find((other) => other.type === "objection.answered" && other.subject === subject);
      if (answer) objectionTimes.push(seconds(each, answer));
      add("objections.total", `objections.byMeasure.${data.measure}`, `objections.byReason.${reason}`);
      add(`objections.byOutcome.${answer?.data.outcome ?? "open"}`);
    }
  }
  return { counts, noticeMedian: median(noticeTimes), objectionMedian: median(objectionTimes) };
}
