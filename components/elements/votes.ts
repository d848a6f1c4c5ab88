import { detailOf, send } from "@/components/elements/api";
import { announce, wordsFor } from "@/components/elements/templates";

const buttonsIn = (form: Element) => [...form.querySelectorAll<HTMLButtonElement>(".vote button")];

/** Votes count without a page. */
export function vote(thread: HTMLElement) {
  thread.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement)) return;
    if (!target.action.endsWith("/vote") || target.dataset.plain || submitter.hasAttribute("formaction")) return;
    event.preventDefault();
    void castVote(target, submitter);
  });
}

/** Shows a vote as one's own: pressing it again takes it back. */
export function showVote(form: Element, value: number) {
  for (const [place, button] of buttonsIn(form).entries()) {
    const own = place === 0 ? 1 : -1;
    button.ariaPressed = String(own === value);
    button.value = String(own === value ? 0 : own);
  }
  form.querySelector(".vote")?.toggleAttribute("data-voted", value !== 0);
}

/** Sends the vote of a pressed button and shows the new score, or why it does not count. */
async function castVote(form: HTMLFormElement, button: HTMLButtonElement) {
  const said = await send(new URL(form.action).pathname, { value: Number(button.value) });
  if (said?.status === 401) {
    // As without JavaScript: the server leads to signing in and back.
    form.dataset.plain = "yes";
    form.requestSubmit(button);
  } else if (said?.status === 200) {
    const score = form.querySelector(".vote b")?.firstChild;
    if (score) score.textContent = String(said.body.score);
    const [id, value] = [form.action.split("/").at(-2), Number(said.body.value)];
    showVote(form, value);
    form.dispatchEvent(new CustomEvent("comment-voted", { detail: { id, value }, bubbles: true }));
    form.querySelector(".said")?.remove();
  } else announce(form, said ? detailOf(said) : wordsFor("lost"));
}
