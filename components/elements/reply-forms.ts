import { onLink } from "@/components/elements/clicks";
import { arrived, itemOf, listUnder, putInto, wordsOf } from "@/components/elements/comment-dom";
import { insertUnder } from "@/components/elements/live-items";
import { type OutboxNews, onOutbox } from "@/components/elements/outbox";
import { showOutbox } from "@/components/elements/outbox-list";
import { type Posted, postedBy } from "@/components/elements/posting";
import { fromPage } from "@/components/elements/server-html";
import { offerUndo, offerUndoOfLatest } from "@/components/elements/undoing";
import { showOwn, showOwnActs } from "@/components/elements/viewer-state";
import { hasMore } from "@/components/elements/writing";

/** "Reply" opens a form under the comment; what was posted appears in its place, and what waits for the connection too. */
export function answer(thread: HTMLElement) {
  const path = `/api/v1/articles/${thread.dataset.slug}/comments`;
  onLink(thread, '.acts > [href*="/reply?parent="]', async (_link, item) => {
    const opened = formIn(item);
    if (opened) opened.remove();
    else openAnswer(thread, item);
    return formIn(item) !== null || opened !== null;
  });
  thread.addEventListener("comment-posted", (event) => {
    if (!(event instanceof CustomEvent)) return;
    event.preventDefault();
    const form = event.target instanceof Element && event.detail.parentId ? event.target : null;
    void showPosted(thread, event.detail, form);
  });
  offerUndoOfLatest(thread);
  showOutbox(thread, path, ({ parentId }) => listUnder(thread, parentId) ?? listUnder(thread, null));
  onOutbox(thread, (news) => news.entry.path === path && hear(thread, news));
}

const formIn = (item: Element) => item.querySelector<HTMLElement>(":scope > article > comment-form");

/** Opens the form of a reply, which the page brought along, or finds it open. */
export function openAnswer(thread: Element, item: Element): HTMLElement | null {
  const open = formIn(item);
  if (open) return open;
  const id = item.id.replace("comment-", "");
  const template = thread.querySelector<HTMLTemplateElement>("template.answer");
  const form = template?.content.firstElementChild?.cloneNode(true);
  if (!(form instanceof HTMLElement)) return null;
  form.innerHTML = form.innerHTML.replaceAll("COMMENT", id);
  const made = document.importNode(form, true);
  wordsOf(item)?.after(made);
  made.querySelector("textarea")?.focus();
  return made;
}

/** What became of an outbox entry that nobody waited for: it is shown, or its words are in their form again. */
function hear(thread: HTMLElement, { entry, outcome }: OutboxNews) {
  if (outcome.kind === "posted") void showPosted(thread, postedBy(entry, outcome.said, true), null);
  const back = outcome.kind === "refused" || outcome.kind === "stranger" || outcome.kind === "back";
  const item = back && entry.parentId ? itemOf(thread, entry.parentId) : null;
  if (item) openAnswer(thread, item);
  // The button that was pressed goes with its comment.
  else if (outcome.kind === "back") thread.querySelector<HTMLElement>(".thread > comment-form textarea")?.focus();
}

async function showPosted(thread: HTMLElement, posted: Posted, form: Element | null) {
  const { id, parentId, waiting, quiet } = posted;
  const item = waiting ? await showOwn(thread, posted) : await show(thread, id, parentId);
  if (!item && !quiet) location.assign(waiting ? `/comments/${id}/mine` : `/comments/${id}`);
  if (!item) return;
  const more = hasMore(form);
  if (!more) form?.remove();
  thread.querySelector(".empty")?.remove();
  showOwnActs(thread, id, true);
  arrived(thread);
  wordsOf(item)?.classList.add("new");
  offerUndo(item, posted);
  if (quiet || more) return;
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

/** A reply comes with the count of its siblings, where the page of what it answers has it. */
async function show(thread: HTMLElement, id: string, parentId: string | null): Promise<HTMLElement | null> {
  const insert = parentId && (await insertUnder(thread, parentId, new Set([id])));
  if (insert) {
    insert();
    return itemOf(thread, id);
  }
  const item = await fromPage(`/comments/${id}`, `#comment-${CSS.escape(id)}`);
  const list = listUnder(thread, parentId);
  if (!item || !list) return null;
  const there = itemOf(thread, id);
  if (there) return there;
  putInto(list, item);
  return item;
}
