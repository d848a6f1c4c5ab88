import { RateLimiterRes } from "rate-limiter-flexible";
import { second } from "@/lib/clock";
import { inForce, type Limit, limiterFor, tooFast } from "@/lib/rate-limit";

/** Seconds. The first pause, and the longest: whoever owns an account is never kept out for longer. */
const firstPause = 60;
const longestPause = 900;

/**
 * Counts one try of `who` at something guessable. Once as many as `limit` allows were wasted within its window, each further try
 * must wait twice as long as the one before it, from 1 minute to 15. Throws `rate_limited` while it must wait.
 * Tries are counted before they are judged, so that many at once are no way around.
 */
export async function takeTry(limit: Limit, who: string): Promise<void> {
  const allowed = await inForce(limit);
  const counter = limiterFor(allowed);
  const tries = (await counter.penalty(who)).consumedPoints;
  if (tries < allowed.points) return;
  const wait = Math.min(longestPause, firstPause * 2 ** Math.min(10, tries - allowed.points));
  try {
    await limiterFor(pauseOf(allowed)).consume(who, 1, { customDuration: wait });
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    await counter.reward(who);
    throw tooFast(Math.max(1, Math.ceil(thrown.msBeforeNext / second)));
  }
}

/** Forgets the tries of `who`: they knew. */
export async function forgetTries(limit: Limit, who: string): Promise<void> {
  const allowed = await inForce(limit);
  await limiterFor(allowed).delete(who);
  await limiterFor(pauseOf(allowed)).delete(who);
}

const pauseOf = ({ name, counted }: Limit): Limit => ({
  name: `${name}Pause`,
  points: 1,
  seconds: longestPause,
  counted,
});
