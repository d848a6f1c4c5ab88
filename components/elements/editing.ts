import { onLink } from "@/components/elements/clicks";
import { arrived, itemOf } from "@/components/elements/comment-dom";
import { fromPage } from "@/components/elements/server-html";
import { showOwnActs } from "@/components/elements/viewer-state";
import { hasMore } from "@/components/elements/writing";

const shownIn = (item: Element) => item.querySelector<HTMLElement>(":scope > article > :is(.c, .box)");
const formAfter = (shown: Element) =>
  shown.nextElementSibling?.matches("comment-form.edit") ? shown.nextElementSibling : null;

/** "Edit" opens the form of one's own comment in its place; changed words appear there. */
export function edit(thread: HTMLElement) {
  onLink(thread, '.acts > [href$="/edit"]', open);
  onLink(thread, "comment-form .cancel", async (_link, item) => close(item));
  thread.addEventListener("comment-changed", (event) => {
    if (!(event instanceof CustomEvent)) return;
    event.preventDefault();
    void showChanged(thread, event.detail);
  });
}

async function open(link: HTMLAnchorElement, item: HTMLElement): Promise<boolean> {
  const shown = shownIn(item);
  const form = shown && !shown.hidden && (await fromPage(link.href, "#text comment-form"));
  // A second press finds it open, or on its way.
  if (shown?.hidden) return true;
  if (!shown || !form) return false;
  form.classList.add("edit");
  shown.hidden = true;
  shown.after(form);
  form.querySelector("textarea")?.focus();
  return true;
}

function close(item: HTMLElement): boolean {
  const shown = shownIn(item);
  if (!shown) return false;
  formAfter(shown)?.remove();
  shown.hidden = false;
  shown.querySelector<HTMLElement>('.acts > [href$="/edit"]')?.focus();
  return true;
}

async function showChanged(thread: HTMLElement, { id, waiting }: { id: string; waiting: boolean }) {
  const item = itemOf(thread, id);
  const shown = item && shownIn(item);
  const page = waiting ? `/comments/${id}/mine` : `/comments/${id}`;
  const changed = await fromPage(page, waiting ? "#text .box" : `#comment-${CSS.escape(id)} > article > .c`);
  if (!shown || !changed) return location.assign(page);
  const form = formAfter(shown);
  // Whoever typed on while the change was on its way goes on with it.
  changed.hidden = hasMore(form);
  shown.replaceWith(changed);
  showOwnActs(thread, id, true);
  arrived(thread);
  if (changed.hidden) return;
  form?.remove();
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
}
