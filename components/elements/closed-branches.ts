import { kept } from "@/components/elements/kept";
import { isText, listOf } from "@/components/elements/shapes";

/** Branches that one closed, at most: the latest. */
const remembered = 500;

/** Branches that one closed stay closed on every page of this visit: as long as the tab is open. */
export function keepClosed(thread: HTMLElement) {
  const closed = kept(() => sessionStorage, "closed", [], listOf(isText));
  const close = () => {
    const ids = new Set(closed.read());
    for (const branch of thread.querySelectorAll<HTMLDetailsElement>("article > details"))
      if (ids.has(idOf(branch)) && !branch.querySelector(":target")) branch.open = false;
  };
  close();
  thread.addEventListener("comments-arrived", close);
  // `toggle` does not bubble.
  thread.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.matches("article > details")) return;
      const others = closed.read().filter((id) => id !== idOf(target));
      closed.keep(target.open ? others : [...others, idOf(target)].slice(-remembered));
    },
    true,
  );
}

const idOf = (branch: Element) => branch.closest("li")?.id ?? "";
