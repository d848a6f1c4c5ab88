import { onLink } from "@/components/elements/clicks";
import type { Posted } from "@/components/elements/comment-form";
import { arrived, itemOf, listUnder, wordsOf } from "@/components/elements/items";
import { showOwn, showOwnActs } from "@/components/elements/own-things";
import { fromPage } from "@/components/elements/server-html";

/** "Reply" opens a form under the comment, and what was posted appears in its place. */
export function answer(thread: HTMLElement) {
  onLink(thread, '[href*="/reply?"]', open);
  thread.addEventListener("comment-posted", (event) => {
    if (event instanceof CustomEvent) void showPosted(thread, event);
  });
}

async function open(link: HTMLAnchorElement, item: HTMLElement): Promise<boolean> {
  const opened = item.querySelector(":scope > article > comment-form");
  if (opened) {
    opened.remove();
    return true;
  }
  const form = await fromPage(link.href, "#text comment-form");
  if (!form) return false;
  wordsOf(item)?.after(form);
  form.querySelector("textarea")?.focus();
  return true;
}

async function showPosted(thread: HTMLElement, event: CustomEvent<Posted>) {
  event.preventDefault();
  const { id, parentId, waiting } = event.detail;
  const form = event.target;
  const item = waiting ? await showOwn(thread, event.detail) : await show(thread, id, parentId);
  if (!item) {
    location.assign(waiting ? `/comments/${id}/mine` : `/comments/${id}`);
    return;
  }
  if (parentId && form instanceof Element) form.remove();
  thread.querySelector(".empty")?.remove();
  arrived(thread);
  showOwnActs(thread, id, true);
  wordsOf(item)?.classList.add("new");
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

async function show(thread: HTMLElement, id: string, parentId: string | null): Promise<HTMLElement | null> {
  const item = await fromPage(`/comments/${id}`, `#comment-${CSS.escape(id)}`);
  const list = listUnder(thread, parentId);
  if (!item || !list) return null;
  const there = itemOf(thread, id);
  if (there) return there;
  if (parentId === null) list.prepend(item);
  else list.insertBefore(item, list.querySelector(":scope > .more"));
  return item;
}
