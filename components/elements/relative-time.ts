const steps: [unit: Intl.RelativeTimeFormatUnit, ms: number, upTo: number][] = [
  ["minute", 60_000, 60],
  ["hour", 3_600_000, 24],
  ["day", 86_400_000, 7],
];
/** Milliseconds after which ages are told anew, while somebody looks. */
const again = 60_000;

/** Says of the times of the last week how long ago they were, minute by minute; the date stands in the title. */
export function tellAges(thread: HTMLElement) {
  const say = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto", style: "short" });
  const tell = () => {
    if (document.hidden) return;
    for (const time of thread.querySelectorAll<HTMLTimeElement>(".by time")) {
      const words = ageOf(Date.parse(time.dateTime), say);
      if (words) time.title ||= time.textContent ?? "";
      const shown = words ?? time.title;
      if (shown && time.textContent !== shown) time.textContent = shown;
    }
  };
  tell();
  setInterval(tell, again);
  document.addEventListener("visibilitychange", tell);
  thread.addEventListener("comments-arrived", tell);
}

function ageOf(written: number, say: Intl.RelativeTimeFormat): string | null {
  const age = Date.now() - written;
  const step = steps.find(([, ms, upTo]) => age < ms * upTo);
  return step && age >= 0 ? say.format(-Math.floor(age / step[1]), step[0]) : null;
}
