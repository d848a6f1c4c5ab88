import { fold, jump } from "@/components/elements/jumps";
import { kept } from "@/components/elements/kept";
import { isFlag } from "@/components/elements/shapes";

/** Whether what is typed belongs to a field, or a key to a shortcut of the browser's. */
function isTaken({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return true;
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/**
 * Single keys that move through a thread, listed in it and switched off there for good (WCAG 2.1.4). Only keys that do
 * something are taken from the browser.
 */
export function takeKeys(thread: HTMLElement) {
  const list = thread.querySelector<HTMLDetailsElement>("details.keys");
  const box = list?.querySelector<HTMLInputElement>("input");
  if (!list || !box) return;
  const use = kept(() => localStorage, "keys", true, isFlag);
  list.hidden = false;
  box.checked = use.read();
  box.addEventListener("change", () => use.keep(box.checked));
  document.addEventListener("keydown", (event) => {
    if (isTaken(event) || !box.checked) return;
    const done = event.key === "c" ? fold(thread) : "jkun".includes(event.key) && jump(thread, event.key);
    if (done) event.preventDefault();
  });
}
