import { actsOf, headingOf, itemOf, oldestFirst, putInto, wordsOf } from "@/components/elements/comment-dom";
import { fromPage } from "@/components/elements/server-html";

/** Shows a comment's score as it is now. */
export function showScore(item: Element | null, score: number) {
  const shown = actsOf(item)?.querySelector(".vote b")?.firstChild;
  if (shown && shown.textContent !== String(score)) shown.textContent = String(score);
}

/** Shows how many replies a comment has, in the server's words. */
export function showReplies(item: Element | null, words: string) {
  const shown = item?.querySelector(":scope > article > details > summary, :scope > article > .more > span");
  if (shown && shown.textContent !== words) shown.textContent = words;
}

/** Asks how many replies a comment has now. */
export async function recount(item: Element) {
  const path = item.id.replace("comment-", "/comments/");
  const now = await fromPage(path, `#${CSS.escape(item.id)} > article > details > summary`);
  const branch = item.querySelector(":scope > article > details");
  if (now) showReplies(item, now.textContent ?? "");
  else if (!branch?.querySelector("li")) branch?.remove();
}

/** Whether somebody changes this comment, or has selected words of it. */
export function isInUse(item: Element): boolean {
  const own = item.querySelectorAll(":scope > article > :is(.c, .box, comment-form.edit)");
  const selection = getSelection();
  const selected = selection && !selection.isCollapsed && selection.anchorNode;
  return [...own].some((part) => part.matches("comment-form") || (selected && part.contains(selected)));
}

/** Puts a comment as the server shows it now in the place of what stands; of one that can be read, votes and what is one's own stay. */
export function showWords(item: Element, now: Element) {
  const [words, fresh] = [wordsOf(item), wordsOf(now)];
  const [heading, newHeading] = [headingOf(item), headingOf(now)];
  if (!words || !fresh || !heading || !newHeading) return;
  const way = words.querySelector(".by .re");
  const by = words.querySelector(".by");
  // The heading keeps its level, and the way up stays: the page that was asked begins with this comment.
  heading.replaceChildren(...newHeading.childNodes);
  newHeading.replaceWith(heading);
  const newBy = fresh.querySelector(".by");
  if (way && !newBy?.querySelector(".re")) newBy?.append(way);
  if (!by || !newBy) {
    words.replaceWith(fresh);
    return;
  }
  by.replaceWith(newBy);
  words.classList.toggle("pick", fresh.matches(".pick"));
  const [text, newText] = [words.querySelector(".text"), fresh.querySelector(".text")];
  if (text && newText && text.innerHTML !== newText.innerHTML) text.replaceWith(newText);
}

/** A comment that readers do not see any more; what hangs under it stays. */
export function showGone(item: Element, said: string) {
  const [words, heading] = [wordsOf(item), headingOf(item)];
  if (!words || !heading || words.matches(".gone")) return;
  heading.textContent = said;
  words.className = "c gone";
  words.replaceChildren(heading);
}

/** The comment as its own page shows it. */
export const itemFrom = (id: string) => fromPage(`/comments/${id}`, `#comment-${CSS.escape(id)}`);

/** It may have come another way while the page was asked. */
const isNotHere = ({ id }: Element) => document.getElementById(id) === null;

/** New top-level comments, from the newest of the page. */
export async function insertTop(
  list: Element,
  slug: string,
  ids: ReadonlySet<string>,
): Promise<(() => Element[]) | null> {
  const newest = await fromPage(`/articles/${slug}?sort=newest`, "ol.comments");
  const items = [...(newest?.children ?? [])].filter(({ id }) => ids.has(id.replace("comment-", "")));
  if (items.length === 0) return null;
  return () => {
    const fresh = items.filter(isNotHere);
    putInto(list, ...(oldestFirst() ? fresh.reverse() : fresh));
    return fresh;
  };
}

/** New replies under a comment, from its own page, in the way that the server lists them. */
export async function insertUnder(
  thread: Element,
  id: string,
  ids: ReadonlySet<string>,
): Promise<(() => Element[]) | null> {
  const whole = await fromPage(`/comments/${id}`, `#comment-${CSS.escape(id)} > article > details`);
  const article = itemOf(thread, id)?.querySelector(":scope > article");
  const items = [...(whole?.querySelectorAll(":scope > ol > li") ?? [])];
  const fresh = items.filter((item) => ids.has(item.id.replace("comment-", "")));
  if (!whole || !article || fresh.length === 0) return null;
  return () => {
    const details = article.querySelector<HTMLDetailsElement>(":scope > details");
    if (!details) {
      // One's own that wait stand in a list without a count.
      const waiting = article.querySelector(":scope > ol");
      whole.querySelector(":scope > ol")?.append(...(waiting?.children ?? []));
      waiting?.remove();
      article.querySelector(":scope > .more")?.remove();
      article.append(whole);
      return items.filter((item) => item.id);
    }
    details.open = true;
    const missing = fresh.filter(isNotHere);
    const list = details.querySelector(":scope > ol");
    if (list) putInto(list, ...missing);
    const newCount = whole.querySelector("summary")?.textContent;
    if (newCount) showReplies(article.parentElement, newCount);
    return missing;
  };
}
