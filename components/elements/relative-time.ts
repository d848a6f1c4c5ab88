const steps: [unit: Intl.RelativeTimeFormatUnit, ms: number, upTo: number][] = [
  ["minute", 60_000, 60],
  ["hour", 3_600_000, 24],
  ["day", 86_400_000, 7],
];

/** Says of the times of the last week how long ago they were; the date stands in the title. */
export function tellAges(within: Element) {
  const { lang } = document.documentElement;
  const say = new Intl.RelativeTimeFormat(lang || "en", { numeric: "auto", style: "short" });
  for (const time of within.querySelectorAll<HTMLTimeElement>(".by time:not([title])")) {
    const age = Date.now() - Date.parse(time.dateTime);
    const step = steps.find(([, ms, upTo]) => age < ms * upTo);
    if (!step || !(age >= 0)) continue;
    time.title = time.textContent ?? "";
    time.textContent = say.format(-Math.floor(age / step[1]), step[0]);
  }
}
