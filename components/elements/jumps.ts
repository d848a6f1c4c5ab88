import { attend, headingOf } from "@/components/elements/comment-dom";

type Item = HTMLElement | null;

const isComment = (node: Element | null): node is HTMLElement =>
  node instanceof HTMLElement && node.matches("li[id]") && headingOf(node) !== null;

/** The next sibling that is a comment, one way or the other. */
function beside(item: HTMLElement, way: "nextElementSibling" | "previousElementSibling"): Item {
  let node = item[way];
  while (node && !isComment(node)) node = node[way];
  return isComment(node) ? node : null;
}

const above = (item: HTMLElement): Item => item.parentElement?.closest<HTMLElement>("li[id]") ?? null;

/** The next comment on the same level, or what follows the branch. */
function following(item: HTMLElement): Item {
  for (let at: Item = item; at; at = above(at)) {
    const next = beside(at, "nextElementSibling");
    if (next) return next;
  }
  return null;
}

/** The comment that one is at: it has the focus, or else stands at the top of the window. */
function current(comments: readonly HTMLElement[]): Item {
  const focused = document.activeElement?.closest<HTMLElement>(".comments li[id]");
  if (focused) return focused;
  const reached = comments.filter((item) => item.getBoundingClientRect().top < innerHeight / 4);
  return reached.at(-1) ?? null;
}

/** The ways through a thread, by the key that takes one there. */
const ways: Record<string, (at: HTMLElement, comments: readonly HTMLElement[]) => Item> = {
  j: following,
  k: (at) => beside(at, "previousElementSibling") ?? above(at),
  u: above,
  n: (at, comments) => {
    const fresh = freshIn(comments);
    return fresh.find((item) => at.compareDocumentPosition(item) & 4) ?? fresh[0] ?? null;
  },
};

const freshIn = (comments: readonly HTMLElement[]) =>
  comments.filter((item) => item.querySelector(":scope > article > .c .new-mark"));

/** Goes from where one is to another comment: `j` next, `k` previous, `u` up, `n` next new. Gives whether there was one. */
export function jump(thread: HTMLElement, key: string): boolean {
  const comments = [...thread.querySelectorAll<HTMLElement>(".comments li[id]")].filter(isComment);
  const at = current(comments);
  const [first = null] = key === "n" ? freshIn(comments) : comments;
  const to = at ? ways[key]?.(at, comments) : first;
  if (!to) return false;
  for (let branch = to.closest("details"); branch; branch = branch.parentElement?.closest("details") ?? null)
    branch.open = true;
  to.scrollIntoView({ block: "start" });
  attend(to);
  return true;
}

/** Closes or opens the replies of the comment where one is, or those among which it stands. */
export function fold(thread: HTMLElement): boolean {
  const at = current([...thread.querySelectorAll<HTMLElement>(".comments li[id]")].filter(isComment));
  const own = at?.querySelector<HTMLDetailsElement>(":scope > article > details");
  const branch = own ?? at?.closest("details");
  if (!branch) return false;
  branch.open = !branch.open;
  if (!own) attend(branch.closest("li"));
  return true;
}
