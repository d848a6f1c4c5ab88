import { domainToASCII } from "node:url";
import { isStaff, type Viewer } from "@/lib/actor";
import { cached } from "@/lib/cached";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { AppError, invalid } from "@/lib/errors";
import { formatDay, t } from "@/lib/messages";
import { holds, type Range, rangeOf } from "@/lib/network";
import type { BarKind, ReportReason } from "@/prisma/generated/enums";

/** A bar that stands: whoever comes from there is not taken. */
interface Bar {
  kind: BarKind;
  value: string;
  range: Range | null;
  reason: ReportReason;
  message: string;
  until: Date | null;
}

/** Every bar that was not lifted; one whose time is over may still be among them. */
const standing = cached("bars", stored);

/** A bar changed: they are read anew by the next who asks. Called by the listener and by whoever changed one. */
export const forgetBars = (): void => standing.forget();

async function stored(): Promise<readonly Bar[]> {
  const rows = await db.bar.findMany({
    where: { endedAt: null },
    select: { kind: true, value: true, reason: true, message: true, until: true },
  });
  return rows.map((row) => ({ ...row, range: row.kind === "network" ? rangeOf(row.value) : null }));
}

const stands = ({ until }: Bar) => until === null || until > now();

/** Refuses whoever asks from a network that is barred, and says why and until when; staff are never barred. Throws `forbidden`. */
export async function requireUnbarredNetwork(viewer: Viewer | null, address: string): Promise<void> {
  if (viewer && isStaff(viewer)) return;
  const bars = await standing.now();
  const bar = bars.find((each) => each.range && holds(each.range, address) && stands(each));
  if (bar) throw new AppError("forbidden", inWords("network", bar));
}

/** Refuses an address of mail at a domain that is barred, or under one. Throws `invalid`. */
export async function requireUnbarredMail(email: string): Promise<void> {
  const domain = domainToASCII(email.slice(email.lastIndexOf("@") + 1));
  const bars = await standing.now();
  const bar = bars.find(
    ({ kind, value, ...each }) =>
      kind === "mail_domain" && `.${domain}`.endsWith(`.${value}`) && stands({ kind, value, ...each }),
  );
  if (bar) throw invalid("email", inWords("mail", bar));
}

function inWords(what: "network" | "mail", { value, reason, message, until }: Bar): string {
  const said = t(`bars.refused.${what}`, {
    value,
    until: until ? formatDay(until) : "none",
    reason: t(`moderation.reasons.${reason}`),
  });
  return message ? `${said} ${message}` : said;
}
