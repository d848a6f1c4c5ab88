import { headingOf } from "@/components/elements/comment-dom";

/** Headings of items that came from another page get the level that their place in this thread asks for. */
export function keepLevels(thread: HTMLElement) {
  thread.addEventListener("comments-arrived", () => {
    for (const item of thread.querySelectorAll("li[id] li[id]")) level(item);
  });
}

function level(item: Element) {
  const heading = headingOf(item);
  const above = headingOf(item.parentElement?.closest("li") ?? null);
  if (!heading || !above) return;
  const wanted = `H${Math.min(6, Number(above.tagName.slice(1)) + 1)}`;
  if (heading.tagName === wanted) return;
  const right = document.createElement(wanted);
  right.append(...heading.childNodes);
  heading.replaceWith(right);
}
