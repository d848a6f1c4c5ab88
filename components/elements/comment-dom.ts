/** Finds a comment's item in the thread. */
export function itemOf(thread: Element, id: string): HTMLElement | null {
  return thread.querySelector<HTMLElement>(`#comment-${CSS.escape(id)}`);
}

/** A comment's own part of its item, without the replies: who, the words, what can be done. */
export function wordsOf(item: Element | null): HTMLElement | null {
  return item?.querySelector<HTMLElement>(":scope > article > .c") ?? null;
}

/** What can be done with a comment. */
export function actsOf(item: Element | null): HTMLElement | null {
  return wordsOf(item)?.querySelector<HTMLElement>(".acts") ?? null;
}

/** The heading of a comment, with its writer's name. */
export function headingOf(item: Element | null): HTMLElement | null {
  return wordsOf(item)?.querySelector<HTMLElement>("h2, h3, h4, h5, h6") ?? null;
}

/** Puts the focus on a comment, where a screen reader says whose it is. */
export function attend(item: Element | null): void {
  const heading = headingOf(item);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** The list of replies under a comment, or of the thread, made where there is none yet. */
export function listUnder(thread: Element, parentId: string | null): Element | null {
  const parent =
    parentId === null
      ? thread.querySelector(".thread")
      : (itemOf(thread, parentId)?.querySelector(":scope > article") ?? null);
  if (!parent) return null;
  const list = parent.querySelector(":scope > ol, :scope > details > ol");
  if (list) return list;
  const made = document.createElement("ol");
  if (parentId === null) made.className = "comments";
  return parent.appendChild(made);
}

/** Whether the oldest come first at the top. */
export const oldestFirst = () => new URLSearchParams(location.search).get("sort") === "oldest";

/** Puts items where they belong: new replies last; at the top under the pinned comment, or last where the oldest come first. */
export function putInto(list: Element, ...items: Element[]): void {
  const more = list.querySelector(":scope > .more");
  const pinned = list.querySelector(":scope > li:has(> article > .pin)");
  if (more) more.before(...items);
  else if (!list.matches(".comments") || oldestFirst()) list.append(...items);
  else if (pinned) pinned.after(...items);
  else list.prepend(...items);
}

/** Tells the thread that items of the server's came into it, which then ages, marks and levels them as its own. */
export function arrived(thread: Element): void {
  thread.dispatchEvent(new CustomEvent("comments-arrived"));
}
