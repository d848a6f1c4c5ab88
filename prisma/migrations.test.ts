import { readdirSync, readFileSync } from "node:fs";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { expect, it } from "vitest";
import { databaseUrl, sql } from "@/prisma/testing";

const folder = "prisma/schema";
const models = readdirSync(folder).map((file) => ({
  path: `${folder}/${file}`,
  content: readFileSync(`${folder}/${file}`, "utf8"),
}));

/** The SQL with which Prisma's own engine would make the schema from nothing. */
async function sqlOfSchema(): Promise<string> {
  const wasm = readFileSync("node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  if (typeof instance.exports.__wbindgen_start === "function") instance.exports.__wbindgen_start();
  const schema = await engine.SchemaEngine.new(
    { datamodels: models.map(({ path, content }): [string, string] => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl })),
  );
  const { stdout } = await schema.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: models },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}

function columnsIn(schema: string) {
  return sql(
    `SELECT table_name, column_name, udt_name, is_nullable FROM information_schema.columns
     WHERE table_schema = $1 AND table_name <> '_prisma_migrations' ORDER BY table_name, column_name`,
    [schema],
  );
}

it("the migrations make the tables and columns that the schema describes", async () => {
  await sql(`CREATE SCHEMA drawn; SET search_path = drawn; ${await sqlOfSchema()}`);
  expect(await columnsIn("public")).toEqual(await columnsIn("drawn"));
});
