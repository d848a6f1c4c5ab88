import { putInto } from "@/components/elements/comment-dom";
import { isUnderWay, onOutbox, tell } from "@/components/elements/outbox";
import { entries, type OutboxEntry, placeOf, takeBack } from "@/components/elements/outbox-entries";
import { part } from "@/components/elements/templates";
import { currentViewer } from "@/components/elements/viewer";

/** Shows the comments that wait for the connection where they will stand, each with a way to take it back. */
export function showOutbox(host: HTMLElement, path: string, listOf: (entry: OutboxEntry) => Element | null) {
  const boxes = new Map<string, HTMLElement>();
  const clear = () => {
    const waiting = new Set(entries().map(({ key }) => key));
    for (const [key, box] of boxes) if (!waiting.has(key) && boxes.delete(key)) box.remove();
  };
  const show = (entry: OutboxEntry) => {
    const box = entry.path === path && !boxes.has(entry.key) ? boxOf(entry) : null;
    if (!box) return;
    boxes.set(entry.key, box);
    const list = listOf(entry);
    if (list) putInto(list, box);
  };
  const own = entries().filter((entry) => entry.path === path && !isUnderWay(entry));
  // What somebody else left in this browser waits for them.
  if (own.length > 0)
    void currentViewer().then((viewer) => {
      for (const entry of own) if (!viewer || !entry.by || entry.by === viewer.handle) show(entry);
      clear();
    });
  onOutbox(host, ({ entry, outcome }) => {
    clear();
    if (outcome.kind === "unsent" && entries().some(({ key }) => key === entry.key)) show(entry);
  });
  addEventListener("storage", clear);
}

function boxOf(entry: OutboxEntry): HTMLElement | null {
  const box = part("waiting");
  const text = box?.querySelector(".text");
  if (!box || !text) return null;
  text.append(
    ...entry.body.split("\n").flatMap((line, at) => (at === 0 ? [line] : [document.createElement("br"), line])),
  );
  box.querySelector("button")?.addEventListener("click", () => {
    takeBack(entry);
    tell({ entry, outcome: { kind: "back" } });
  });
  box.dataset.place = placeOf(entry);
  return box;
}
