import { headingOf } from "@/components/elements/comment-dom";

/** Items that came from another page get the heading and the way up that their place in this thread asks for. */
export function keepLevels(thread: HTMLElement) {
  // Under the heading of an article's thread, or of the page where a branch has its own.
  const top = thread.querySelector("#thread-head") ? 3 : 2;
  thread.addEventListener("comments-arrived", () => {
    for (const item of thread.querySelectorAll("li[id]")) settle(item, top);
  });
}

function settle(item: Element, top: number) {
  const above = item.parentElement?.closest("li[id]");
  const under = above ? headingOf(above) : null;
  if (above) item.querySelector(":scope > article > .c > .by > .re")?.setAttribute("href", `#${above.id}`);
  if (!above || under) level(headingOf(item), under ? Math.min(6, Number(under.tagName.slice(1)) + 1) : top);
}

function level(heading: Element | null, wanted: number) {
  if (!heading || heading.tagName === `H${wanted}`) return;
  const right = document.createElement(`h${wanted}`);
  right.append(...heading.childNodes);
  heading.replaceWith(right);
}
