import { send } from "@/components/elements/api";
import { actsOf, arrived, wordsOf } from "@/components/elements/comment-dom";
import { fromPage } from "@/components/elements/server-html";

/** Whoever may choose what stands out picks and pins in the thread. `data-can` of the thread says which of the two. */
export function choose(thread: HTMLElement) {
  thread.addEventListener("comments-arrived", () => offerChoices(thread));
  thread.addEventListener("submit", (event) => {
    const { submitter } = event;
    const item = submitter?.closest("li");
    // A pinned comment stands elsewhere afterwards: its plain form leads there.
    if (!(submitter instanceof HTMLButtonElement) || !item || !submitter.formAction.endsWith("/pick")) return;
    event.preventDefault();
    void pick(thread, item, submitter);
  });
}

async function pick(thread: HTMLElement, item: HTMLElement, button: HTMLButtonElement) {
  const said = await send(new URL(button.formAction).pathname, { value: Number(button.value) });
  const path = item.id.replace("comment-", "/comments/");
  const words = said?.status === 200 && (await fromPage(path, `#${CSS.escape(item.id)} > article > .c`));
  if (!words) return location.assign(`${path}/mine`);
  wordsOf(item)?.replaceWith(words);
  arrived(thread);
  words.querySelector<HTMLElement>('[data-choice="pick"] button')?.focus();
}

function offerChoices(thread: HTMLElement) {
  const can = thread.dataset.can?.split(" ") ?? [];
  const template = thread.querySelector<HTMLTemplateElement>("template.choices");
  if (!template || can.length === 0) return;
  for (const item of thread.querySelectorAll("li[id]")) offer(item, template, can);
}

function offer(item: Element, template: HTMLTemplateElement, can: string[]) {
  const acts = actsOf(item);
  const words = wordsOf(item);
  if (!acts || !words) return;
  const stands = { pick: words.matches(".pick"), pin: words.matches(".pin") };
  // Somebody else may have chosen since.
  if (acts.dataset.stands === JSON.stringify(stands)) return;
  acts.dataset.stands = JSON.stringify(stands);
  for (const old of acts.querySelectorAll("[data-choice]")) old.remove();
  const possible = {
    pick: can.includes("pick") && !acts.querySelector(".own"),
    pin:
      can.includes("pin") &&
      item.parentElement?.matches(".comments") &&
      !item.querySelector(":scope > article > .c .re"),
  };
  const parts = document.importNode(template.content, true);
  for (const verb of ["pick", "pin"] as const) {
    const part = parts.querySelector(`[data-choice="${verb}"]`);
    if (!possible[verb]) part?.remove();
    else part?.querySelector(`[value="${stands[verb] ? 1 : 0}"]`)?.remove();
  }
  for (const button of parts.querySelectorAll("button"))
    button.formAction = button.formAction.replace("ID", item.id.replace("comment-", ""));
  acts.insertBefore(parts, acts.querySelector(".report"));
}
