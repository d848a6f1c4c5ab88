import { siteUrl } from "@/lib/env";
import type { Letter } from "@/lib/mail";
import { formatDay, formatMoment, t } from "@/lib/messages";
import type { ReportStatus } from "@/prisma/generated/enums";

interface Reported {
  /** Of the report. */
  id: string;
  commentId: string;
  at: Date;
  to: string;
}

const linkTo = (commentId: string) => ({
  url: `${siteUrl()}/comments/${commentId}`,
  label: t("fairness.letter.reportLink"),
});

/**
 * Says to whoever reported without an account that it came (EU 2022/2065 art. 16(4)). The address may be somebody else's: nothing stands in it that
 * the reporter typed.
 */
export const received = (site: string, { id, commentId, at, to }: Reported): Letter => ({
  id: `received.${id}`,
  to,
  subject: t("fairness.letter.receivedSubject"),
  paragraphs: [t("fairness.letter.received", { site, moment: formatMoment(at) })],
  link: linkTo(commentId),
  closing: [t("fairness.letter.reference", { id }), t("fairness.letter.receivedNot", { site })],
});

interface Answered extends Reported {
  status: Exclude<ReportStatus, "open">;
  decisionId: string;
  title: string;
}

/** Says what became of it, and what else there is (art. 16(5)). */
export const outcome = ({ id, commentId, at, to, status, decisionId, title }: Answered): Letter => ({
  id: `told.${id}.${decisionId}`,
  to,
  subject: t("fairness.letter.reportSubject"),
  paragraphs: [
    `${t(`fairness.told.report.${status}`, { title })}. ${t(`fairness.told.reportText.${status}`)}`,
    t("fairness.letter.reportMade", { day: formatDay(at) }),
  ],
  ...(status === "dismissed" && { link: linkTo(commentId) }),
  closing: [t("fairness.letter.redress"), t("fairness.letter.reference", { id })],
});
