import pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { now, second } from "@/lib/clock";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { t } from "@/lib/messages";
import { processState } from "@/lib/process-state";
import { type LimitOverrides, siteSettings } from "@/lib/settings";

/** `points` per `seconds`, counted for all processes in Postgres, or (reads) in this process. An admin may change the numbers by name. */
export interface Limit {
  name: string;
  points: number;
  seconds: number;
  counted: "everywhere" | "here";
}

/** The usual numbers, which docs/operating.md lists. A burst of 3 and 1 per 5 s is 3 per 15 s. */
export const limits = {
  signIn: { name: "signIn", points: 25, seconds: 300, counted: "everywhere" },
  signInAccount: { name: "signInAccount", points: 10, seconds: 3_600, counted: "everywhere" },
  signUp: { name: "signUp", points: 5, seconds: 1_800, counted: "everywhere" },
  reset: { name: "reset", points: 5, seconds: 1_800, counted: "everywhere" },
  commentNew: { name: "commentNew", points: 3, seconds: 60, counted: "everywhere" },
  commentKnown: { name: "commentKnown", points: 3, seconds: 15, counted: "everywhere" },
  edit: { name: "edit", points: 1, seconds: 3, counted: "everywhere" },
  vote: { name: "vote", points: 2, seconds: 1, counted: "everywhere" },
  report: { name: "report", points: 5, seconds: 60, counted: "everywhere" },
  reportDay: { name: "reportDay", points: 20, seconds: 86_400, counted: "everywhere" },
  reportOutside: { name: "reportOutside", points: 5, seconds: 600, counted: "everywhere" },
  reportOutsideDay: { name: "reportOutsideDay", points: 20, seconds: 86_400, counted: "everywhere" },
  reportNameless: { name: "reportNameless", points: 1, seconds: 86_400, counted: "everywhere" },
  reportAddress: { name: "reportAddress", points: 5, seconds: 86_400, counted: "everywhere" },
  desk: { name: "desk", points: 120, seconds: 60, counted: "everywhere" },
  undo: { name: "undo", points: 300, seconds: 60, counted: "everywhere" },
  queue: { name: "queue", points: 1_500, seconds: 300, counted: "here" },
  claim: { name: "claim", points: 300, seconds: 60, counted: "here" },
  export: { name: "export", points: 5, seconds: 3_600, counted: "everywhere" },
  upload: { name: "upload", points: 20, seconds: 60, counted: "everywhere" },
  refusedForm: { name: "refusedForm", points: 100, seconds: 300, counted: "here" },
  preview: { name: "preview", points: 60, seconds: 60, counted: "here" },
  search: { name: "search", points: 20, seconds: 60, counted: "here" },
  read: { name: "read", points: 300, seconds: 300, counted: "here" },
} as const satisfies Record<string, Limit>;

/** How long changed numbers may take to be heard of. */
const overridesKept = 5 * second;

function limiterPool(): pg.Pool {
  const process = processState();
  if (process.pool) return process.pool;
  process.pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 4,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
  });
  // An idle connection that is lost would otherwise end the process.
  process.pool.on("error", (error) => log.warn({ err: error.message }, "a database connection was lost"));
  return process.pool;
}

type Limiter = RateLimiterPostgres | RateLimiterMemory;

/** The counter behind a limit, shared by all that use its name and numbers. */
export function limiterFor({ name, points, seconds, counted }: Limit): Limiter {
  const key = `${name}:${points}:${seconds}`;
  const known = processState().limiters.get(key);
  if (known instanceof RateLimiterPostgres || known instanceof RateLimiterMemory) return known;
  const options = { keyPrefix: name, points, duration: seconds };
  const limiter =
    counted === "here"
      ? new RateLimiterMemory(options)
      : new RateLimiterPostgres({
          ...options,
          storeClient: limiterPool(),
          tableName: "rate_limits",
          tableCreated: true,
          clearExpiredByTimeout: false,
        });
  processState().limiters.set(key, limiter);
  return limiter;
}

let overrides: { read: number; limits: LimitOverrides } | undefined;

/** The limit with the numbers that an admin gave it, if any did. */
export async function inForce(limit: Limit): Promise<Limit> {
  if (!overrides || now().getTime() - overrides.read > overridesKept) {
    overrides = { read: now().getTime(), limits: (await siteSettings()).limits };
  }
  return { ...limit, ...overrides.limits[limit.name] };
}

/**
 * Takes one point of `limit` from `who` (an account id, or an address as `addressKey` gives it).
 * Throws `rate_limited` with the seconds to wait when none is left.
 */
export async function spend(limit: Limit, who: string): Promise<void> {
  const limiter = limiterFor(await inForce(limit));
  try {
    await limiter.consume(who);
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    throw tooFast(Math.max(1, Math.ceil(thrown.msBeforeNext / second)));
  }
}

/** As `spend`, where nobody is to hear of the refusal: false when no point is left. */
export async function spendIfLeft(limit: Limit, who: string): Promise<boolean> {
  try {
    await spend(limit, who);
    return true;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "rate_limited") return false;
    throw thrown;
  }
}

/** Gives back a point that `spend` took. */
export async function giveBack(limit: Limit, who: string): Promise<void> {
  await limiterFor(await inForce(limit)).reward(who);
}

/** The refusal of somebody who must wait `retryAfter` seconds. */
export function tooFast(retryAfter: number): AppError {
  const words =
    retryAfter < 90
      ? t("requests.fault.tooFast", { seconds: retryAfter })
      : t("requests.fault.tooFastLong", { minutes: Math.ceil(retryAfter / 60) });
  return new AppError("rate_limited", words, { retryAfter });
}

/** Whom an address counts as: an IPv4 by itself, an IPv6 by its /64. */
export function addressKey(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const groups =
    tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
