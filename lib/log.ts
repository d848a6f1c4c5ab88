import { type Logger, pino } from "pino";
import { logLevel } from "@/lib/env";

/** One JSON line each, without passwords, tokens, cookies or mail addresses. */
export const log: Logger = pino({
  level: logLevel(),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: [
      "password",
      "*.password",
      "token",
      "*.token",
      "cookie",
      "*.cookie",
      "authorization",
      "*.authorization",
      "email",
      "*.email",
    ],
    censor: "[kept out]",
  },
});
