import { read } from "@/components/elements/api";
import { actsOf, arrived, itemOf, listUnder, putInto } from "@/components/elements/comment-dom";
import { FollowButton } from "@/components/elements/follow-button";
import { fromPage } from "@/components/elements/server-html";
import { isFlag, isNumber, isText, listOf, orNull, recordOf, shapeOf } from "@/components/elements/shapes";
import { seemsSignedIn } from "@/components/elements/viewer";
import { showVote } from "@/components/elements/votes";
import type { OwnThings } from "@/lib/comments/schema";

type OwnComment = Pick<OwnThings["waiting"][number], "id" | "parentId">;
/** Of the answer, what is used here. */
type Used = Omit<OwnThings, "waiting" | "refused"> & { waiting: OwnComment[]; refused: OwnComment[] };

const isOwnComment = shapeOf<OwnComment>({ id: isText, parentId: orNull(isText) });
const isOwnThings = shapeOf<Used>({
  votes: recordOf(isNumber),
  waiting: listOf(isOwnComment),
  refused: listOf(isOwnComment),
  editable: listOf(shapeOf({ id: isText, until: isText })),
  own: listOf(isText),
  can: shapeOf({ pick: isFlag, pin: isFlag }),
  ignored: listOf(isText),
  following: isFlag,
});

/** The line that stands in the place of words that others do not read. */
const lineIn = (item: Element) => item.querySelector(":scope > article > .gone");

/** Puts a waiting or returned comment, as the server shows it to its writer, where it will stand: over replies in place of the line that others see. */
export async function showOwn(thread: Element, { id, parentId }: { id: string; parentId: string | null }) {
  const box = await fromPage(`/comments/${id}/mine`, "#text .box");
  const standing = itemOf(thread, id);
  if (box && standing) {
    lineIn(standing)?.replaceWith(box);
    return standing;
  }
  const list = listUnder(thread, parentId) ?? listUnder(thread, null);
  if (!box || !list) return null;
  const item = document.createElement("li");
  item.id = `comment-${id}`;
  item.appendChild(document.createElement("article")).append(box);
  putInto(list, item);
  return item;
}

/** What is the viewer's own in this thread: votes, comments that wait, ways to change and to withdraw. Known from then on, and shown with whatever comes later. */
export async function showOwnThings(thread: HTMLElement) {
  const { slug = "" } = thread.dataset;
  if (!seemsSignedIn()) return;
  const cast: OwnThings["votes"] = {};
  thread.addEventListener("comment-voted", (event) => {
    if (event instanceof CustomEvent) cast[event.detail.id] = event.detail.value;
  });
  let mine: Used | undefined;
  // Asked for before the others listen: marks and choices look at what is one's own.
  thread.addEventListener("comments-arrived", () => {
    if (mine) show(thread, { ...mine, votes: { ...mine.votes, ...cast } });
  });
  const known = await read(`/api/v1/articles/${slug}/viewer`, isOwnThings);
  if (!known) return;
  const { waiting, refused, can, ignored, following } = known;
  mine = known;
  // What `picks-and-pins.ts` and `ignoring.ts` act on once comments have arrived.
  if (can.pick || can.pin) thread.dataset.can = `${can.pick ? "pick" : ""} ${can.pin ? "pin" : ""}`;
  if (ignored.length > 0) thread.dataset.ignored = ignored.join(" ");
  const follow = thread.querySelector("follow-button");
  if (follow instanceof FollowButton) follow.show(following);
  for (const comment of [...waiting, ...refused].reverse()) {
    const standing = itemOf(thread, comment.id);
    if (!standing || lineIn(standing)) await showOwn(thread, comment);
  }
  arrived(thread);
}

function show(thread: Element, { votes, own, editable }: Used) {
  for (const [id, value] of Object.entries(votes)) {
    const form = actsOf(itemOf(thread, id));
    if (form) showVote(form, value);
  }
  const now = new Date().toISOString();
  const changeable = new Set(editable.filter(({ until }) => until > now).map(({ id }) => id));
  for (const id of own) showOwnActs(thread, id, changeable.has(id));
}

/** Under one's own comment the server's links to change and withdraw it, in place of voting and reporting. */
export function showOwnActs(thread: Element, id: string, editable: boolean) {
  const acts = actsOf(itemOf(thread, id));
  const template = thread.querySelector<HTMLTemplateElement>("template.own-acts");
  if (!acts || !template || acts.querySelector(".own")) return;
  const links = document.importNode(template.content, true);
  for (const link of links.querySelectorAll("a")) {
    link.setAttribute("href", (link.getAttribute("href") ?? "").replace("ID", id));
    if (link.matches(".edit") && !editable) link.remove();
  }
  for (const button of acts.querySelectorAll<HTMLButtonElement>(".vote button")) button.disabled = true;
  acts.querySelector(".report")?.remove();
  acts.append(links);
}
