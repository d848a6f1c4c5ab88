import { rootClient } from "@/lib/db";
import { type Verified, verifyLog } from "@/lib/moderation/verify-log";

/** Verifies the log of moderation for `npm run verify-log`. */
export async function checkLog(): Promise<Verified> {
  try {
    return await verifyLog();
  } finally {
    await rootClient().$disconnect();
  }
}
