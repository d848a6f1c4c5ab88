import { mailEmailChange } from "@/lib/accounts/own-account";
import { mailPasswordReset } from "@/lib/accounts/password-reset";
import { mailSignUp } from "@/lib/accounts/sign-up";
import type { JobHandlers } from "@/lib/jobs";

/** What runs later for accounts: letters whose sending must not show in the time of an answer. */
export const jobs: JobHandlers = {
  mail_sign_up: mailSignUp,
  mail_password_reset: mailPasswordReset,
  mail_email_change: mailEmailChange,
};
