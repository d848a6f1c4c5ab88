import { setTimeout as pause } from "node:timers/promises";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { openActions, outcomeOf } from "../../lib/moderation/policy";
import type { DecisionAction } from "../../prisma/generated/enums";
import type { Case } from "./cases";
import type { Chance } from "./chance";
import type { Reaper } from "./reaper";

/** What moderators met: requests that nobody answered, how many of these turned out to have been done, and what nobody foresaw. */
export interface Met {
  unanswered: number;
  doneUnanswered: number;
  strange: string[];
}

export interface Desk {
  client: APIRequestContext;
  /** Nobody else decides on these. */
  cases: readonly Case[];
  chance: Chance;
  reaper: Reaper;
  met: Met;
}

interface Answered {
  status: number;
  body: {
    decision?: { id: string };
    items?: { id: string; commentId?: string; status?: number; decision?: { id: string } }[];
    detail?: string;
  };
  /** An earlier sending of it went unanswered: it may have been done. */
  again: boolean;
}

const mostTogether = 6;
const patience = 20;

/** Makes so many decisions, one by one or several at once, and takes some of them back at once. */
export async function moderate(desk: Desk, decisions: number): Promise<void> {
  const { cases, chance } = desk;
  for (let made = 0; made < decisions; ) {
    const first = chance.pick(cases);
    const action = chance.pick(openActions(first));
    const others = cases.filter((each) => each !== first && openActions(each).includes(action));
    const room = Math.min(mostTogether, decisions - made) - 1;
    const chosen = [first, ...(chance.below(4) === 0 ? others.slice(0, room) : [])];
    made += chosen.length;
    const ids = chosen.length > 1 ? await decideTogether(desk, chosen, action) : await decide(desk, first, action);
    for (const each of chosen) await follow(desk, each, action, ids.get(each.id));
  }
}

/** Sends it until it is answered: whoever gets no answer does not know whether it was done. */
async function insist({ reaper, met }: Desk, what: string, send: () => Promise<APIResponse>): Promise<Answered> {
  for (let turn = 0; turn < patience; turn++) {
    try {
      const answer = await send();
      const body = await answer.json();
      reaper.onAnswer();
      if (answer.status() !== 503) return { status: answer.status(), body, again: turn > 0 };
      // A machine with much to do says so, and asks for another try.
      await pause(500);
    } catch {
      met.unanswered++;
      await reaper.alive();
    }
  }
  throw new Error(`Nobody answered: ${what}`);
}

/** Whether it was done: by this sending or, where that says so, by one before. */
function wasDone({ met }: Desk, what: string, status: number, again: boolean, detail = ""): boolean {
  if (status === 200 || status === 201) return true;
  if (again && status === 409) met.doneUnanswered++;
  else met.strange.push(`${what}: ${status} ${detail}`);
  return again && status === 409;
}

const words = (action: DecisionAction, { below }: Chance) => ({
  action,
  ...(below(2) === 0 && { reason: "spam" }),
  ...(below(2) === 0 && { note: "Read the house rules, please." }),
});

async function decide(desk: Desk, { id }: Case, action: DecisionAction): Promise<Map<string, string | undefined>> {
  const path = `/api/v1/moderation/comments/${id}/decisions`;
  const data = { ...words(action, desk.chance), revision: 1 };
  const { status, body, again } = await insist(desk, path, () => desk.client.post(path, { data }));
  return new Map(wasDone(desk, `${action} ${id}`, status, again, body.detail) ? [[id, body.decision?.id]] : []);
}

async function decideTogether(desk: Desk, chosen: readonly Case[], action: DecisionAction) {
  const path = "/api/v1/moderation/decisions";
  const data = { ...words(action, desk.chance), items: chosen.map(({ id }) => ({ id, revision: 1 })) };
  const { status, body, again } = await insist(desk, path, () => desk.client.post(path, { data }));
  if (status !== 200) wasDone(desk, path, status, false, body.detail);
  const done = (body.items ?? []).filter((each) => wasDone(desk, `${action} ${each.id}`, each.status ?? 0, again));
  return new Map(done.map(({ id, decision }) => [id, decision?.id]));
}

/** What they hold of the comment now, and every fourth time after having taken the decision back. */
async function follow(desk: Desk, decided: Case, action: DecisionAction, known: string | undefined): Promise<void> {
  const status = outcomeOf(action, decided) ?? decided.status;
  const undone = desk.chance.below(4) === 0 && (await undo(desk, decided, known));
  decided.done.push({ action, undone });
  if (undone) return;
  decided.status = status;
  if (action === "reject" || action === "remove" || action === "dismiss_reports") decided.openReports = 0;
}

async function undo(desk: Desk, decided: Case, known: string | undefined): Promise<boolean> {
  const id = known ?? (await latestOn(desk, decided));
  const path = `/api/v1/moderation/decisions/${id}/undo`;
  const { status, body, again } = await insist(desk, path, () => desk.client.post(path, { data: {} }));
  // After that many kills the time to undo may be over: then it stands, as they are told.
  const late = status === 409 && /they are over/.test(body.detail ?? "");
  return !late && wasDone(desk, path, status, again, body.detail);
}

/** The number of a decision whose answer was lost, as the log of decisions has it. */
async function latestOn(desk: Desk, { id }: Case): Promise<string | undefined> {
  const path = "/api/v1/moderation/log?limit=50";
  const { body } = await insist(desk, path, () => desk.client.get(path));
  return body.items?.find(({ commentId }) => commentId === id)?.id;
}
