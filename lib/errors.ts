import { t } from "@/lib/messages";

/** The closed list of docs/api.md: code → HTTP status. */
export const statusOf = {
  unreadable: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_type: 415,
  wrong_host: 421,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;

export interface FieldError {
  path: string;
  message: string;
}

interface Extras {
  /** What is wrong with each field, for `invalid`. */
  errors?: FieldError[];
  /** Seconds until it is worth trying again. */
  retryAfter?: number;
  /** Where what already exists can be found, for `conflict`. */
  location?: string;
  /** Further members of the problem document (RFC 9457, 3.2). */
  members?: Record<string, unknown>;
}

/** The one error of the product. `message` is shown to people: it says what is wrong and what to do. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly extras: Extras = {},
  ) {
    super(message);
  }

  get status(): number {
    return statusOf[this.code];
  }
}

/** Refuses one field, as `invalid` with its path. */
export function invalid(path: string, message: string): AppError {
  return new AppError("invalid", message, { errors: [{ path, message }] });
}

/** `…Still`: whoever had it when the request came, and has it no more. */
export type Needed = "member" | "author" | "editor" | "moderator" | "admin" | "memberStill" | "moderatorStill";

/** The refusal, as `forbidden`, of somebody whose account is not of the kind that this needs. */
export function needsAccount(kind: Needed): AppError {
  return new AppError("forbidden", t(`requests.fault.needs.${kind}`));
}

/** A hidden thing and a missing thing answer alike. */
export function notFound(): AppError {
  return new AppError("not_found", t("requests.fault.notFound"));
}

const gone =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|timeout|terminat|too many clients|shutting down|starting up|not yet accepting|Can't reach|Unable to start a transaction|Connection|socket/i;
const goneCodes = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "57P01",
  "57P02",
  "57P03",
  "57014",
  "53300",
  "08006",
  "08001",
  "08003",
]);

/** What to tell the client of anything that was thrown: an `AppError` as it is, a lost database as `unavailable`, the rest as `internal`. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (looksLikeLostDatabase(thrown)) {
    return new AppError("unavailable", t("requests.fault.database"), { retryAfter: 5 });
  }
  return new AppError("internal", t("requests.fault.internal"));
}

function looksLikeLostDatabase(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code = "code" in thrown ? String(thrown.code) : "";
  if (goneCodes.has(code) || /^E(CONN|PIPE|TIMEDOUT|NOTFOUND)/.test(code)) return true;
  const fromDatabase =
    /Prisma|DriverAdapter|DatabaseError|AggregateError/.test(thrown.name) || thrown.message.includes("timeout");
  return (fromDatabase && gone.test(thrown.message)) || looksLikeLostDatabase(thrown.cause);
}
