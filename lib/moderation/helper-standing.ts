import { atLeast, heldFrom, type Trial } from "@/lib/comments/screening/learned/measures";
import { fewestHeld, fewestTrials } from "@/lib/moderation/limits";
import type { HelperLeave } from "@/prisma/generated/enums";

/** What the helper does: it knows nothing yet, is only measured, puts the queue in order, or holds as well. */
type HelperState = "none" | "shadow" | "ordering" | "holding";

interface Known {
  learned: boolean;
  leave: HelperLeave;
  holdsFrom: number | null;
}

/** What it does now. It may hold only where the site lets it and it has earned that (`earnedFrom`); otherwise it falls back to ordering. */
export function stateOf({ learned, leave, holdsFrom }: Known): HelperState {
  if (!learned) return "none";
  if (leave === "shadow") return "shadow";
  return leave === "hold" && holdsFrom !== null ? "holding" : "ordering";
}

/**
 * The lowest score from which holding would have been right often enough, on decisions that it had not seen when it scored them; null while there
 * is none. "Often enough" is the lower end of what so few decisions can tell (`atLeast`), so that luck does not earn it.
 */
export function earnedFrom(trials: readonly Trial[], precision: number): number | null {
  if (trials.length < fewestTrials) return null;
  const scores = [...new Set(trials.map(({ score }) => score))].filter((score) => score >= 0.5).sort((a, b) => a - b);
  return (
    scores.find((from) => {
      const { held, right } = heldFrom(trials, from);
      return held >= fewestHeld && atLeast(right, held) >= precision;
    }) ?? null
  );
}
