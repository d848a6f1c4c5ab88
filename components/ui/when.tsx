import { formatDay, formatMoment, formatShortDay } from "@/lib/messages";

const formats = { day: formatDay, short: formatShortDay, moment: formatMoment };

/** A moment, as people write it and as machines read it. Absolute, since a kept page grows old. */
export function When({ at, as = "day" }: { at: Date; as?: keyof typeof formats }) {
  return <time dateTime={at.toISOString()}>{formats[as](at)}</time>;
}
