/** A copy of one of the parts that the server made for this page (components/comments/writing-parts.tsx). */
export function part(name: string): HTMLElement | null {
  const template = document.querySelector<HTMLTemplateElement>("template.writing-parts");
  const found = template?.content.querySelector<HTMLElement>(`[data-part="${name}"]`);
  return found ? document.importNode(found, true) : null;
}

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
