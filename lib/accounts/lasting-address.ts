import { domainToASCII } from "node:url";
import { requireUnbarredMail } from "@/lib/bars";
import { db } from "@/lib/db";
import { invalid } from "@/lib/errors";
import { t } from "@/lib/messages";

/** The domain of an address and those above it, as DNS knows them. */
function domainsOf(email: string): string[] {
  const labels = domainToASCII(email.slice(email.lastIndexOf("@") + 1)).split(".");
  return labels.map((_, from) => labels.slice(from).join("."));
}

/** Throws `invalid` for an address at a domain that is barred, or that the rules of screening list as one that nobody keeps. */
export async function requireLastingAddress(email: string): Promise<void> {
  await requireUnbarredMail(email);
  const listed = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM rule_versions
    WHERE number = (SELECT max(number) FROM rule_versions WHERE mode = 'live') AND addresses && ${domainsOf(email)}::text[]`;
  if (listed.length > 0) throw invalid("email", t("accounts.fault.lasting"));
}
