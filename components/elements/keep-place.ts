/** Changes the page without moving what is being read: `anchor`, or the first comment in sight, stays where it is on the screen. */
export function keepPlace(within: Element, change: () => void, anchor = firstInSight(within)) {
  const root = document.documentElement;
  const before = anchor?.getBoundingClientRect().top ?? 0;
  // The browser's own anchoring would move it a second time.
  root.style.overflowAnchor = "none";
  change();
  if (anchor?.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
  requestAnimationFrame(() => root.style.removeProperty("overflow-anchor"));
}

function firstInSight(within: Element): Element | undefined {
  const writing = document.activeElement?.matches("textarea") ? document.activeElement : null;
  const inSight = (part: Element) => {
    const { top, bottom } = part.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  return writing && inSight(writing) ? writing : [...within.querySelectorAll(".c")].find(inSight);
}
