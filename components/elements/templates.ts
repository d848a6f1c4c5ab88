/** What the server made for the elements of this page (components/comments/writing-parts.tsx). */
const parts = () => document.querySelector<HTMLTemplateElement>("template.writing-parts");

/** A copy of one of those parts. */
export function part(name: string): HTMLElement | null {
  const found = parts()?.content.querySelector<HTMLElement>(`[data-part="${name}"]`);
  return found ? document.importNode(found, true) : null;
}

/** Says something politely at a form, in words that came with the page or from the API. */
export function announce(form: Element, words: string) {
  const line = form.querySelector(".said") ?? form.appendChild(document.createElement("span"));
  line.className = "said";
  line.setAttribute("role", "status");
  line.textContent = words;
}

/** Words for what happens to a form. `lost`: the line dropped; `newer`: more was typed than was taken. */
export const wordsFor = (what: "lost" | "newer") => parts()?.dataset[what] ?? "";

/** A button at work: its words say so, its width stays, and it does nothing until the answer is called. */
export function busy(button: HTMLButtonElement): () => void {
  const label = button.textContent;
  button.style.minInlineSize = `${button.offsetWidth}px`;
  button.ariaBusy = "true";
  button.textContent = button.dataset.busy ?? label;
  return () => {
    button.ariaBusy = null;
    button.textContent = label;
  };
}
