import { operatorResetLink } from "@/lib/accounts/password-reset";
import { rootClient } from "@/lib/db";

/** A link with which the person at that address chooses a new password, or null where nobody has it. */
export async function resetLink(address: string): Promise<string | null> {
  try {
    return await operatorResetLink(address);
  } finally {
    await rootClient().$disconnect();
  }
}
