import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { processState } from "@/lib/process-state";
import { Prisma, PrismaClient } from "@/prisma/generated/client";

export { Prisma };

type Client = Prisma.TransactionClient;

const clients = new WeakMap<object, Client>();

/** Milliseconds. A statement that runs longer is cut, and its request answered with 503. */
const statementTimeout = 5_000;

const names = new Map<string, string>();

/** The name under which a connection keeps a statement prepared. The texts of our statements are few; the bound is for those with lists. */
function statementName(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = createHash("sha1").update(sql).digest("base64");
  if (names.size < 5_000) names.set(sql, name);
  return name;
}

/** The connections of this process, but for those of limits (`lib/rate-limit.ts`) and of the listener. */
function connections(): pg.Pool {
  const process = processState();
  if (process.connections) return process.connections;
  process.connections = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 3_000,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
  });
  // An idle connection that is lost would otherwise end the process.
  process.connections.on("error", (error) => log.warn({ err: error.message }, "a database connection was lost"));
  return process.connections;
}

/** The client of this process: one pool, prepared statements. */
export function rootClient(): PrismaClient {
  const process = processState();
  process.prisma ??= new PrismaClient({
    adapter: new PrismaPg(connections(), {
      statementNameGenerator: ({ sql }) => statementName(sql),
      disposeExternalPool: true,
    }),
  });
  return process.prisma;
}

/** Raw SQL outside a transaction goes straight to the driver: a third of the CPU that it takes through the client's interpreter. */
async function straight(query: TemplateStringsArray | Prisma.Sql, ...given: unknown[]): Promise<unknown[]> {
  const { text, values } = query instanceof Prisma.Sql ? query : new Prisma.Sql(query, given);
  const { rows } = await connections().query({ name: statementName(text), text, values });
  return rows;
}

function current(): Client {
  const token = processState().transaction.getStore();
  return (typeof token === "object" && token !== null && clients.get(token)) || rootClient();
}

/** The Prisma client or, inside `transaction`, the client of that transaction. */
export const db: Client = new Proxy<Client>(Object.create(null), {
  get(_target, name) {
    if (name === "$queryRaw" && !inTransaction()) return straight;
    const client = current();
    const value = Reflect.get(client, name);
    return typeof value === "function" ? value.bind(client) : value;
  },
});

/** Whether a transaction is under way around the caller: a statement that fails in it takes all the rest along, even if the error is caught. */
export const inTransaction = (): boolean => processState().transaction.getStore() !== undefined;

/**
 * Runs `work` in one transaction: everything that uses `db` inside it commits or fails together.
 * An inner call joins the outer one. A deadlock or a serialization failure runs `work` again, at most twice.
 */
export async function transaction<T>(work: () => Promise<T>): Promise<T> {
  if (inTransaction()) return work();
  for (let attempt = 1; ; attempt++) {
    try {
      return await rootClient().$transaction(
        (client) => {
          const token = {};
          clients.set(token, client);
          return processState().transaction.run(token, work);
        },
        { maxWait: 5_000, timeout: 15_000 },
      );
    } catch (thrown) {
      if (attempt === 3 || !lostARace(thrown)) throw thrown;
    }
  }
}

/**
 * As `transaction`, without a wait for the disk when it commits: who runs several then calls `settled`. Inside another it is a part of that, which waits
 * as ever.
 */
export async function transactionSoon<T>(work: () => Promise<T>): Promise<T> {
  if (inTransaction()) return work();
  return transaction(async () => {
    await db.$executeRaw`SET LOCAL synchronous_commit = off`;
    return work();
  });
}

/** Waits until everything that was committed before is on the disk: one commit that waits covers those that did not (Postgres, "Asynchronous Commit"). */
export async function settled(): Promise<void> {
  await db.$queryRaw`SELECT pg_current_xact_id()::text AS id`;
}

/** Milliseconds; and what such a statement may sort in memory. */
const longReadTimeout = 30_000;
const longReadMemory = Prisma.sql`SELECT set_config('statement_timeout', ${String(longReadTimeout)}, true), set_config('work_mem', '64MB', true)`;
let longReads: Promise<unknown> = Promise.resolve();

/** A read over years of rows, which may take longer than a request's others: one after another in this process, so that no more than one connection is held. */
export function longRead<Row>(sql: Prisma.Sql): Promise<Row[]> {
  const reading = longReads.then(async () => {
    const held = await beginHeld();
    try {
      await held.query(longReadMemory);
      return await held.query<Row>(sql, longReadTimeout);
    } finally {
      await held.end();
    }
  });
  longReads = reading.catch(() => undefined);
  return reading;
}

/** A transaction on a connection of its own, for what must be committed at a moment of one's own choosing. */
export interface HeldTransaction {
  query<Row>(sql: Prisma.Sql, timeout?: number): Promise<Row[]>;
  /** Hands `COMMIT` to the socket before it returns; resolves when Postgres has answered. */
  commit(): Promise<void>;
  /** Gives the connection back; what was not committed is undone. Once is enough, twice does no harm. */
  end(): Promise<void>;
}

/** Begins a transaction that the caller must `end`. It holds a connection meanwhile: keep it short. */
export async function beginHeld(): Promise<HeldTransaction> {
  const client = await connections().connect();
  let [open, lent, broken] = [true, true, false];
  await client.query("BEGIN").catch((error: unknown) => {
    client.release(true);
    throw error;
  });
  return {
    // The driver knows `query_timeout` of a single statement; its types do not.
    query: async ({ text, values }, timeout = statementTimeout) =>
      (await client.query(Object.assign({ text, values }, { query_timeout: timeout }))).rows,
    commit: async () => {
      open = false;
      broken = true;
      await client.query("COMMIT");
      broken = false;
    },
    end: async () => {
      if (!lent) return;
      lent = false;
      if (open) await client.query("ROLLBACK").catch(() => (broken = true));
      client.release(broken);
    },
  };
}

function lostARace(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code = "code" in thrown ? thrown.code : undefined;
  return code === "P2034" || /40P01|40001|deadlock detected/.test(thrown.message);
}

/** True when `thrown` is a violated unique constraint. */
export function isTaken(thrown: unknown): boolean {
  return thrown instanceof Prisma.PrismaClientKnownRequestError && thrown.code === "P2002";
}
