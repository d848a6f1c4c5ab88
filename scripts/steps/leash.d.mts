import type { ChildProcess } from "node:child_process";

export interface Leash {
  child: ChildProcess;
  ended: Promise<number>;
  stop(): Promise<number>;
}

export function leash(
  command: string,
  args: readonly string[],
  options?: { env?: Record<string, string>; stdout?: "inherit" | "pipe"; stderr?: "inherit" | "pipe" },
): Leash;
export function letGo(): Promise<void>;
