import { t } from "@/lib/messages";
import { chosenReason } from "@/lib/moderation/policy";

export interface Refusal {
  detail: string;
  /** What is wrong with the reason, if that is it. */
  reasonFault?: string;
}

interface Problem {
  status: number;
  detail: string;
  errors?: { path: string; message: string }[];
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "detail" in value && "status" in value;
}

const textOf = (fields: FormData, name: string) => String(fields.get(name) ?? "");

/** Sends a decision as the form has it. Resolves to null when it was taken, else to why not. */
export async function sendDecision(address: string, action: string, fields: FormData): Promise<Refusal | null> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        action,
        revision: Number(fields.get("revision")),
        reason: chosenReason(action, textOf(fields, "reason")),
        note: textOf(fields, "note"),
      }),
    });
    return answer.ok ? null : refusalIn(await answer.json());
  } catch {
    return { detail: t("moderation.offline") };
  }
}

function refusalIn(answer: unknown): Refusal {
  if (!isProblem(answer)) return { detail: t("moderation.offline") };
  return { detail: answer.detail, reasonFault: answer.errors?.find(({ path }) => path === "reason")?.message };
}
