import type { Act } from "@/components/moderation/queue-state";
import { t } from "@/lib/messages";
import { maxDecisionsAtOnce } from "@/lib/moderation/limits";
import { chosenReason } from "@/lib/moderation/policy";

/** What somebody typed beside a decision. */
export interface Typed {
  reason: string;
  note: string;
}

export interface Refusal extends Typed {
  detail: string;
  /** What is wrong with the reason, if that is it. */
  reasonFault?: string;
}

/** What became of each comment: the decision's id, or why not. */
export interface Outcome {
  decisions: Record<string, string>;
  refused: Record<string, Refusal>;
}

interface Problem {
  detail: string;
  errors?: { path: string; message: string }[];
}

interface Answered {
  id: string;
  status: number;
  detail?: string;
  decision?: { id: string };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isProblem = (value: unknown): value is Problem => isObject(value) && typeof value.detail === "string";
const isOne = (value: unknown): value is { decision: { id: string } } =>
  isObject(value) && isObject(value.decision) && typeof value.decision.id === "string";
const isMany = (value: unknown): value is { items: Answered[] } => isObject(value) && Array.isArray(value.items);

async function post(address: string, body: unknown): Promise<unknown> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return await answer.json();
  } catch {
    return null;
  }
}

function refusalIn(answer: unknown, typed: Typed): Refusal {
  if (!isProblem(answer)) return { ...typed, detail: t("moderation.offline") };
  const fault = answer.errors?.find(({ path }) => path === "reason")?.message;
  return { ...typed, detail: answer.detail, ...(fault && { reasonFault: fault }) };
}

/** Sends a decision on one comment or on many, and resolves to what became of each. */
export function sendDecision(act: Act, typed: Typed): Promise<Outcome> {
  const [first] = act.rows;
  return act.rows.length === 1 && first ? sendOne(act, first.item.comment, typed) : sendMany(act, typed);
}

const verdict = ({ action }: Act, { reason, note }: Typed) => ({ action, reason: chosenReason(action, reason), note });

async function sendOne(act: Act, { id, revision }: { id: string; revision: number }, typed: Typed): Promise<Outcome> {
  const answer = await post(`/api/v1/moderation/comments/${id}/decisions`, { ...verdict(act, typed), revision });
  return isOne(answer)
    ? { decisions: { [id]: answer.decision.id }, refused: {} }
    : { decisions: {}, refused: { [id]: refusalIn(answer, typed) } };
}

async function sendMany(act: Act, typed: Typed): Promise<Outcome> {
  const outcome: Outcome = { decisions: {}, refused: {} };
  const items = act.rows.map(({ item: { comment } }) => ({ id: comment.id, revision: comment.revision }));
  for (let from = 0; from < items.length; from += maxDecisionsAtOnce) {
    const some = items.slice(from, from + maxDecisionsAtOnce);
    const answer = await post("/api/v1/moderation/decisions", { ...verdict(act, typed), items: some });
    const answered = isMany(answer)
      ? new Map(answer.items.map((each) => [each.id, each]))
      : new Map<string, Answered>();
    for (const { id } of some) {
      const each = answered.get(id);
      if (each?.decision) outcome.decisions[id] = each.decision.id;
      else outcome.refused[id] = refusalIn(each ?? answer, typed);
    }
  }
  return outcome;
}

/** Takes decisions back, and resolves to why one of them could not be, or null. */
export async function sendUndo(decisions: readonly string[]): Promise<string | null> {
  let refused: string | null = null;
  for (const id of decisions) {
    const answer = await post(`/api/v1/moderation/decisions/${id}/undo`, undefined);
    if (!isOne(answer)) refused = isProblem(answer) ? answer.detail : t("moderation.offline");
  }
  return refused;
}
