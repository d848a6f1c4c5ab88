/** Changes the page without moving what is being read: `wanted`, or where it is out of sight the first comment that is not, stays in its place. */
export function keepPlace(within: Element, change: () => void, wanted?: Element) {
  const anchor = wanted && inSight(wanted) ? wanted : firstInSight(within);
  const root = document.documentElement;
  const before = anchor?.getBoundingClientRect().top ?? 0;
  // The browser's own anchoring would move it a second time.
  root.style.overflowAnchor = "none";
  change();
  if (anchor?.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
  requestAnimationFrame(() => root.style.removeProperty("overflow-anchor"));
}

function inSight(part: Element): boolean {
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function firstInSight(within: Element): Element | undefined {
  const writing = document.activeElement?.matches("textarea") ? document.activeElement : null;
  return writing && inSight(writing) ? writing : [...within.querySelectorAll(".c")].find(inSight);
}
