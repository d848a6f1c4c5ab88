import { send } from "@/components/elements/api";
import { itemOf } from "@/components/elements/comment-dom";
import { forgetWords, setAside } from "@/components/elements/kept-words";
import { recount } from "@/components/elements/live-items";
import { tell } from "@/components/elements/outbox";
import { isEntry, placeOf } from "@/components/elements/outbox-entries";
import type { Posted } from "@/components/elements/posting";
import { isFlag, isNumber, isText, orNull, shapeOf } from "@/components/elements/shapes";
import { store, storedUnder } from "@/components/elements/storage";
import { busy, part } from "@/components/elements/templates";
import { toldAfter } from "@/lib/comments/limits";

/** Milliseconds in which what was just posted is taken back by one press. */
const undoable = toldAfter * 1_000;
const attempts = 5;

const latest = "posted";

const isRemembered = shapeOf<Posted & { until: number }>({
  id: isText,
  parentId: orNull(isText),
  waiting: isFlag,
  entry: isEntry,
  quiet: isFlag,
  until: isNumber,
});

/** Remembers what was posted on a page of its own, whose thread one is on the way to. */
export const rememberPosted = (posted: Posted) =>
  store(latest, JSON.stringify({ ...posted, until: Date.now() + undoable }));

/** Offers to undo what was posted on the way to this thread, or to the page of the branch where the way leads on. */
export function offerUndoOfLatest(thread: Element) {
  for (const [name, posted] of storedUnder(latest, isRemembered)) {
    const item = itemOf(thread, posted.id);
    const over = Date.now() >= posted.until;
    if (item && !over) offerUndo(item, posted);
    if (item || over) store(name, null);
  }
}

/** "Posted. Undo" at the head of a new comment. Undone, its words are in their form again. */
export function offerUndo(item: HTMLElement, posted: Posted) {
  const bar = part("undo");
  const button = bar?.querySelector("button");
  const words = bar?.querySelector("b");
  if (!bar || !button || !words) return;
  if (posted.waiting) words.textContent = words.dataset.waiting ?? "";
  const end = setTimeout(() => bar.remove(), undoable);
  button.addEventListener("click", async () => {
    if (button.ariaBusy === "true") return;
    clearTimeout(end);
    const done = busy(button);
    const undone = await undo(posted);
    done();
    const parent = item.parentElement?.closest("li[id]");
    if (undone) item.remove();
    if (undone && parent) void recount(parent);
    if (!undone) words.textContent = bar.dataset.failed ?? "";
  });
  item.prepend(bar);
}

/**
 * The words are kept for their form before they are taken from the thread, so that they are somewhere at each moment.
 * Taking back once more changes nothing, so it is tried until an answer comes; if none does, the words are in their form as well.
 */
async function undo({ id, entry }: Posted): Promise<boolean> {
  const kept = setAside(placeOf(entry), entry.body, id);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const said = await send(`/api/v1/comments/${id}/delete`, {});
    const undone = said?.status === 200;
    if (said && !undone && said.status < 500 && said.status !== 429) {
      forgetWords(kept);
      return false;
    }
    if (undone || attempt === attempts - 1) tell({ entry, outcome: { kind: "back" } });
    if (undone) return true;
    await calm(Math.max(said?.retryAfter ?? 0, 2 ** attempt));
  }
  return false;
}

/** Waits so many seconds, or until the line is back. */
const calm = (seconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, seconds * 1_000);
    addEventListener("online", () => resolve(), { once: true });
  });
