import { actsOf, itemOf } from "@/components/elements/comment-dom";
import { quoted, type Spoken } from "@/components/elements/quoted-words";
import { openAnswer } from "@/components/elements/reply-forms";
import { part } from "@/components/elements/templates";
import { insert } from "@/components/elements/text-marks";

/** Where words of a comment are chosen, a button beside "Reply" quotes them into the answer. */
export function quote(thread: HTMLElement) {
  const button = part("quote");
  if (!button || !thread.querySelector("template.answer")) return;
  let words = "";
  document.addEventListener("selectionchange", () => {
    const chosen = chosenIn(thread);
    if (!chosen) return;
    words = quoted(chosen.spoken);
    const reply = actsOf(chosen.item)?.querySelector(".mark");
    if (words && reply && button.previousElementSibling !== reply) reply.after(button);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    // A press elsewhere lets go of what was chosen; one on the button must not.
    if (target !== button) button.remove();
  });
  button.addEventListener("click", () => {
    const item = button.closest("li");
    const area = item && openAnswer(thread, item)?.querySelector("textarea");
    button.remove();
    if (!area) return;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    insert(area, `${area.value.trim() === "" ? "" : "\n\n"}${words}\n\n`);
  });
}

/** What is chosen within the words of one comment, which one may answer. */
function chosenIn(thread: Element): { item: HTMLElement; spoken: Spoken[] } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: within } = range;
  const text = (within instanceof Element ? within : within.parentElement)?.closest(".text");
  const item = text?.closest("li[id]");
  if (!text || !item || !thread.contains(text)) return null;
  const known = itemOf(thread, item.id.replace("comment-", ""));
  return known && { item: known, spoken: spokenIn(range, text) };
}

/** The chosen words, paragraph by paragraph, each with how deep in quotations it stands. */
function spokenIn(range: Range, text: Element): Spoken[] {
  const spoken: Spoken[] = [];
  let last: Element | null = null;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : undefined;
    const words = (node.nodeValue ?? "").slice(from, to);
    const block: Element | null = node.parentElement?.closest("p, li, pre, blockquote, .text") ?? null;
    const same = block === last ? spoken.at(-1) : undefined;
    if (same) same.words += words;
    else if (words.trim()) spoken.push({ words, depth: depthOf(block, text) });
    if (words.trim()) last = block;
  }
  return spoken;
}

function depthOf(block: Element | null, text: Element): number {
  let depth = 0;
  for (let at = block; at && at !== text; at = at.parentElement) if (at.matches("blockquote")) depth++;
  return depth;
}
