import { after, hour, minute } from "@/lib/clock";

/** How much is written on each day of the week, Sunday first: the magazine comes out on Thursdays. */
const weekdays = [0.45, 1, 1.1, 1.15, 1.7, 1.2, 0.55];
/** And at each hour: little at night, most at noon and after supper. */
const hours = [
  ...[0.15, 0.08, 0.05, 0.05, 0.08, 0.2, 0.5, 0.9, 1.1, 1, 1, 1.1],
  ...[1.4, 1.2, 1, 0.9, 0.9, 1, 1.1, 1.3, 1.5, 1.3, 0.8, 0.4],
];

/** The moment at which this share (0 to 1) of all that is written between two moments has been written. */
export function rhythm(from: Date, to: Date): (share: number) => Date {
  const places: { at: Date; sum: number }[] = [];
  let sum = 0;
  for (let at = from; at < to; at = after(at, hour)) {
    sum += (weekdays[at.getUTCDay()] ?? 1) * (hours[at.getUTCHours()] ?? 1);
    places.push({ at, sum });
  }
  return (share) => {
    const wanted = share * sum;
    const index = places.findIndex((place) => place.sum >= wanted);
    const place = places[index] ?? places.at(-1);
    const before = places[index - 1]?.sum ?? 0;
    if (!place) return from;
    return after(place.at, ((wanted - before) / (place.sum - before)) * 0.99 * hour);
  };
}

/** When somebody who looks after a discussion gets round to what was written then: sooner by day, in the week, and as they get better at it. */
export function answeredAt(written: Date, luck: number, course: number): Date {
  const minutes = Math.exp(Math.log(32) + 2.4 * (luck - 0.45)) * (1.5 - 0.9 * course);
  const weekend = written.getUTCDay() % 6 === 0 ? 2.2 : 1;
  const seen = after(written, minutes * weekend * minute);
  const atNight = seen.getUTCHours() < 7;
  return atNight ? after(seen, (7 - seen.getUTCHours()) * hour + luck * 40 * minute) : seen;
}
