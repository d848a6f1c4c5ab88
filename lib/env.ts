import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DATABASE_DIRECT_URL: optionalText,
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  SITE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .or(z.literal("").transform(() => undefined)),
  SMTP_URL: optionalText,
  MAIL_FROM: optionalText,
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  DATA_DIR: z.string().default(".data"),
  AUTH_SECRET: z.string().min(16),
  INSTALLATION_ID: z.string().regex(/^[a-z0-9]{4,32}$/),
});

type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The environment, parsed once on first use, so that a build needs none of it.
 * Throws a ZodError that names the variable when one is missing or malformed.
 */
export function env(): Env {
  parsed ??= schema.parse(process.env);
  return parsed;
}

/** What a thread beside this one is given: the same, with so many connections of its own, which bear its name in `pg_stat_activity`. */
export function environmentBeside(name: string, connections: number): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_POOL: String(connections), PGAPPNAME: name };
}

/** Known before the rest is: the log starts first. */
export function logLevel(): string {
  return process.env.LOG_LEVEL || "info";
}

/** The address of the site without a trailing slash, as readers see it. `SITE_URL`, else the loopback address that is served. */
export function siteUrl(): string {
  const { SITE_URL, PORT } = env();
  return SITE_URL ? new URL(SITE_URL).origin : `http://localhost:${PORT}`;
}

/** True when readers come by HTTPS: cookies are then `Secure` and named `__Host-`. */
export function servedSecurely(): boolean {
  return siteUrl().startsWith("https:");
}

/** next-auth reads its own address from the environment. */
export function tellNextAuth(): void {
  process.env.NEXTAUTH_URL ??= siteUrl();
}
