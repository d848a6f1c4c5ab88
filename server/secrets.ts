import { createHash, randomBytes } from "node:crypto";
import { Client } from "pg";

/** What every process of one installation agrees on. */
export interface Agreed {
  authSecret: string;
  installationId: string;
}

/** One short conversation with the database. */
export async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The session secret and the installation's id: made once, by whichever process comes first. */
export function agreeOnSecrets(databaseUrl: string): Promise<Agreed> {
  return withClient(databaseUrl, async (client) => ({
    authSecret: await agreed(client, "auth_secret", randomBytes(32).toString("base64url")),
    installationId: await agreed(client, "installation_id", randomBytes(4).toString("hex")),
  }));
}

async function agreed(client: Client, name: string, proposal: string): Promise<string> {
  await client.query("INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", [name, proposal]);
  const { rows } = await client.query<{ value: string }>("SELECT value FROM secrets WHERE name = $1", [name]);
  return rows[0]?.value ?? proposal;
}

/** Whether nobody has an account yet. */
export function isEmpty(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM accounts LIMIT 1");
    return rowCount === 0;
  });
}

/**
 * A one-time token for `/setup`. Only its SHA-256 is stored, one row a token (`setup_token:{hash}`), so that what each of several
 * processes printed is good; whoever sets up deletes them all.
 */
export function makeSetupToken(databaseUrl: string, given: string | undefined): Promise<string> {
  const token = given || randomBytes(24).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  return withClient(databaseUrl, async (client) => {
    await client.query("INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
      `setup_token:${hash}`,
      hash,
    ]);
    return token;
  });
}
