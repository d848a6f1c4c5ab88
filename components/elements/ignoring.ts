import { attend } from "@/components/elements/comment-dom";

/** Folds the comments of those whom the viewer ignores; `data-ignored` of the thread names them. What others answered stands. */
export function ignore(thread: HTMLElement) {
  thread.addEventListener("comments-arrived", () => {
    for (const handle of thread.dataset.ignored?.split(" ") ?? [])
      for (const link of thread.querySelectorAll(`.by :is(h2, h3, h4, h5, h6) a[href="/people/${CSS.escape(handle)}"]`))
        fold(thread, link.closest<HTMLElement>(".c"));
  });
}

function fold(thread: HTMLElement, words: HTMLElement | null) {
  const template = thread.querySelector<HTMLTemplateElement>("template.ignored");
  if (!words || !template || words.dataset.fold) return;
  words.dataset.fold = "yes";
  words.hidden = true;
  // Words that came anew in the place of folded ones stand behind the same line.
  if (words.previousElementSibling?.matches(".ignored")) return;
  words.before(document.importNode(template.content, true));
  const line = words.previousElementSibling;
  line?.querySelector("button")?.addEventListener("click", () => {
    line.nextElementSibling?.removeAttribute("hidden");
    attend(line.closest("li"));
    line.remove();
  });
}
