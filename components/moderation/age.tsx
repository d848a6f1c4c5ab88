import { day, hour, minute } from "@/lib/clock";
import { formatMoment, t } from "@/lib/messages";

/** "4 min", "3 h", "2 days". */
export function ageInWords(at: Date, now: Date): string {
  const passed = now.getTime() - at.getTime();
  if (passed < minute) return t("moderation.age.now");
  if (passed < hour) return t("moderation.age.minutes", { count: Math.floor(passed / minute) });
  if (passed < 2 * day) return t("moderation.age.hours", { count: Math.floor(passed / hour) });
  return t("moderation.age.days", { count: Math.floor(passed / day) });
}

/** How long ago, with the moment itself for those who ask. */
export function Age({ at, now }: { at: string; now: Date }) {
  return (
    <time className="num" dateTime={at} title={formatMoment(new Date(at))}>
      {ageInWords(new Date(at), now)}
    </time>
  );
}
