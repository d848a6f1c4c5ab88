import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool } from "pg";
import type { RouteModule } from "@/lib/openapi";
import type { PrismaClient } from "@/prisma/generated/client";

/** What a reader page says of itself while it renders; the document store acts on it. */
export interface DocumentNotes {
  /** HTTP status of the answer; a page sets 404 when what it shows is missing. */
  status: number;
  /** Tags of what was shown: `site`, `articles`, `article:{id}`, `person:{id}`, `tag:{slug}`. */
  tags: Set<string>;
  /** The page may not be kept past this moment (a scheduled piece is due). */
  freshUntil: Date | null;
}

/**
 * What must be one in the process although Next bundles its own copy of `lib/`:
 * the pools, the client, the notes of the page being rendered, the ambient transaction, the listener's barrier.
 */
interface ProcessState {
  /** The connections of limits (`lib/rate-limit.ts`): apart, since a transaction that holds one of the others may have to spend. */
  pool?: Pool;
  /** The connections of `lib/db.ts`; ended with its client. */
  connections?: Pool;
  prisma?: PrismaClient;
  notes: AsyncLocalStorage<DocumentNotes>;
  /** The ambient transaction of `lib/db.ts`. */
  transaction: AsyncLocalStorage<unknown>;
  /**
   * Resolves once this process has dropped every page that a change committed before the call concerns.
   * Set by `server/listener.ts`; absent in scripts and tests, where no page is kept.
   */
  pagesDropped?: () => Promise<void>;
  /** The migrations that this version brings, by name. Set by `server/main.ts`. */
  migrations?: readonly string[];
  /** The routes of the contract as Next built them, by their paths. Set by `instrumentation.ts`. */
  routes?: () => Promise<Record<string, RouteModule>>;
  /** Learns from what was decided in a thread of its own, and answers the model's bytes. Set by `server/worker/worker.ts`; absent in scripts and tests. */
  learnApart?: (
    decided: readonly { text: string; bad: boolean; published?: number | undefined }[],
  ) => Promise<Uint8Array>;
  /** Counters of limits held in the process (`lib/rate-limit.ts`). */
  limiters: Map<string, unknown>;
  /** What was read once and is kept until it changes (`lib/cached.ts`), by name. */
  readings: Map<string, object>;
}

const key = Symbol.for("rejoinder");

type Holder = { [key]?: ProcessState };

/** The one instance of the process. */
export function processState(): ProcessState {
  const holder: Holder = globalThis as Holder;
  holder[key] ??= {
    notes: new AsyncLocalStorage(),
    transaction: new AsyncLocalStorage(),
    limiters: new Map(),
    readings: new Map(),
  };
  return holder[key];
}
