import { firstDocument, noRules, parseRules } from "@/lib/comments/screening/rule-document";
import type { Rules } from "@/lib/comments/screening/rules";
import { db, Prisma } from "@/lib/db";
import { log } from "@/lib/log";

/** The rules that decide, and those that are only tried beside them. */
export interface InForce {
  /** The last version of either, as `lastVersion` names it. */
  version: string;
  rules: Rules;
  shadow: Rules | null;
}

/**
 * A part of a statement: the name of the last version, its number and its moment; a database put back from a copy may count anew.
 * Whoever reads it in the read that they do anyway never acts on old rules, in any process.
 */
export const lastVersion = Prisma.sql`coalesce((
  SELECT number || ' ' || extract(epoch FROM at) FROM rule_versions ORDER BY number DESC LIMIT 1), '0')`;

/** The number in the name of a version: 0 where none was written yet. */
export const numberOf = (version: string): number => Number.parseInt(version, 10);

let kept: InForce | undefined;
let coming: { version: string; rules: Promise<InForce> } | undefined;

/** The rules as this process last had them compiled; they may be old: compare their version with `lastVersion`. */
export const lastKnown = (): InForce => kept ?? { version: "", rules: noRules(), shadow: null };

/** The compiled rules of that version, read and compiled once for all who wait. */
export async function rulesOf(version: string): Promise<InForce> {
  if (kept?.version === version) return kept;
  if (coming?.version !== version) coming = { version, rules: read() };
  try {
    kept = await coming.rules;
    return kept;
  } finally {
    coming = undefined;
  }
}

/** The rules in force now. */
export async function rulesNow(): Promise<InForce> {
  const [row] = await db.$queryRaw<{ version: string }[]>`SELECT ${lastVersion} AS version`;
  return rulesOf(row?.version ?? "0");
}

async function read(): Promise<InForce> {
  const [row] = await db.$queryRaw<{ version: string; live: string | null; shadow: string | null }[]>`
    WITH live AS (SELECT number, document FROM rule_versions WHERE mode = 'live' ORDER BY number DESC LIMIT 1)
    SELECT ${lastVersion} AS version, (SELECT document FROM live) AS live,
      (SELECT document FROM rule_versions
        WHERE mode = 'shadow' AND number > coalesce((SELECT number FROM live), 0) ORDER BY number DESC LIMIT 1) AS shadow`;
  return {
    version: row?.version ?? "0",
    rules: compiled(row?.live ?? firstDocument),
    shadow: row?.shadow == null ? null : compiled(row.shadow),
  };
}

/** What was stored was read once. Should a later version of the product not read it, comments are still taken. */
function compiled(document: string): Rules {
  try {
    return parseRules(document);
  } catch (error) {
    log.error({ err: error }, "the rules of screening cannot be read: nothing is held by them");
    return noRules();
  }
}
