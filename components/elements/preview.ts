import { detailOf, send } from "@/components/elements/api";
import { busy, part } from "@/components/elements/templates";

/** Shows the words over their form as they will look. Gives what was wrong with them, if anything was; null if no answer came. */
export async function preview(form: HTMLFormElement, button: HTMLButtonElement, words: string): Promise<string | null> {
  const done = busy(button);
  const said = await send(new URL(button.formAction).pathname, { body: words });
  done();
  if (!said) return null;
  if (said.status !== 200) return detailOf(said);
  const old = form.parentElement?.querySelector('[data-part="preview"]');
  const box = old ?? part("preview");
  const text = box?.querySelector(".text");
  if (box && !old) form.before(box);
  // Heard only where the box stands before its words come.
  await new Promise(requestAnimationFrame);
  // Sanitised by the server (lib/markdown.ts).
  if (text) text.innerHTML = String(said.body.html);
  return "";
}
