import { formatNumber, formatShortDay, t } from "@/lib/messages";

/** Seconds as people say them: to the minute, from a day on to the hour. */
export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t("transparency.duration.minutes", { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return t("transparency.duration.hours", { hours, minutes: minutes % 60 });
  return t("transparency.duration.days", { days: Math.floor(hours / 24), hours: hours % 24 });
}

/** A share from 0 to 1, to a tenth of a per cent. */
export const percent = (share: number): string => `${formatNumber(Math.round(1_000 * share) / 10)} %`;

/** A day as 2026-03-14, as "14 March". */
export const shortDay = (day: string): string => formatShortDay(new Date(`${day}T00:00:00Z`));
