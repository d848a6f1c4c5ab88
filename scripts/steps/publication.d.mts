/** One web process, ready. */
export interface Publication {
  url: string;
  port: number;
  /** Of the shell that holds its leash. */
  pid: number;
  /** What it printed so far. */
  said(): string;
  stop(): Promise<number>;
}

export function startPublication(given: {
  dataDir: string;
  port?: number;
  env?: Record<string, string>;
}): Promise<Publication>;
export function databaseUrlOf(dataDir: string): string;
export function freePort(): Promise<number>;
