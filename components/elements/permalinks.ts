import { itemOf } from "@/components/elements/comment-dom";

const permalink = /^#comment-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A link to a comment that is on another page of the thread leads to the comment's own. */
export function findLinked(thread: HTMLElement) {
  const find = () => {
    const id = permalink.exec(location.hash)?.[1];
    if (id && !itemOf(thread, id)) void goTo(`/comments/${id}`);
  };
  find();
  addEventListener("hashchange", find);
}

async function goTo(path: string) {
  if (location.pathname === path) return;
  const answer = await fetch(path, { method: "HEAD" }).catch(() => null);
  if (answer?.ok) location.replace(path);
}
