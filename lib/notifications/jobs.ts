import type { JobHandlers } from "@/lib/jobs";
import { tellOfObjection, tellOfReports, tellOfStatement } from "@/lib/notifications/answers";
import { resumeClosings, workOff } from "@/lib/notifications/closing";
import { mailDaily, mailDailyLetter, mailNotification } from "@/lib/notifications/mailing";
import { tellOfComment, tellOfDecision, tellOfPick } from "@/lib/notifications/mutations";

/** What runs later: telling people, mailing them, and what goes over all nouns. */
export const jobs: JobHandlers = {
  tell_of_comment: (comment) => tellOfComment(comment),
  tell_of_decision: (decision) => tellOfDecision(decision),
  tell_of_statement: (statement) => tellOfStatement(statement),
  tell_of_reports: (decision) => tellOfReports(decision),
  tell_of_objection: (objection) => tellOfObjection(objection),
  tell_of_pick: (pick) => tellOfPick(pick),
  mail_notification: mailNotification,
  mail_daily: mailDaily,
  mail_daily_letter: mailDailyLetter,
  finish_closing: async (closing) => {
    await workOff(closing);
  },
  resume_closings: resumeClosings,
};
