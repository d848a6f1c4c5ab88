// What Postgres itself counts: pg_stat_statements comes with the embedded one, and is loaded when it starts. It counts only while it is asked to.

/** Has Postgres load it at its next start. */
export async function loadStatistics(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
  await client.query("ALTER SYSTEM SET pg_stat_statements.track = 'none'");
  await client.end();
}

async function track(client, what) {
  await client.query(`ALTER SYSTEM SET pg_stat_statements.track = '${what}'`);
  await client.query("SELECT pg_reload_conf()");
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** What one of `count` alike costs Postgres: queries, and milliseconds of planning and running. What ran less often than they did is not theirs. */
export async function measured(client, count, work) {
  await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  await client.query("SET pg_stat_statements.track_planning = on").catch(() => undefined);
  await client.query("ALTER SYSTEM SET pg_stat_statements.track_planning = on");
  await track(client, "top");
  await client.query("SELECT pg_stat_statements_reset()");
  await work();
  await track(client, "none");
  const { rows } = await client.query(
    `SELECT sum(calls)::float / $1::int AS queries, sum(total_exec_time + total_plan_time)::float / $1::int AS time
     FROM pg_stat_statements WHERE calls >= $1::int AND query NOT ILIKE '%pg_stat_statements%' AND query NOT ILIKE '%graphile_worker%'`,
    [count],
  );
  return rows[0];
}
