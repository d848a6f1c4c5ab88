import { read } from "@/components/elements/api";
import { isFlag, shapeOf } from "@/components/elements/shapes";
import { seemsSignedIn } from "@/components/elements/viewer";

/** Follows in place, and offers the opposite to whoever follows already. Without it, its form leads to a page that says what is true now. */
export class FollowButton extends HTMLElement {
  private acted = false;

  connectedCallback() {
    this.addEventListener("submit", (event) => void this.onSubmit(event));
    if (seemsSignedIn() && !this.closest("comment-thread")) void this.ask();
  }

  /** Of a discussion, the thread knows. What was asked before somebody acted is not true any more. */
  show(following: boolean) {
    if (!this.acted) this.turn(following);
  }

  private turn(following: boolean) {
    const button = this.querySelector("button");
    if (!button) return;
    button.value = following ? "0" : "1";
    button.textContent = (following ? this.dataset.stop : this.dataset.start) ?? "";
  }

  private async ask() {
    const said = await read(this.action(), shapeOf({ following: isFlag }));
    if (said) this.show(said.following);
  }

  private async onSubmit(event: Event) {
    const form = event.target;
    if (!seemsSignedIn() || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    this.acted = true;
    const following = this.querySelector("button")?.value === "1";
    // It outlives the page: whoever goes on at once follows all the same.
    const init = { method: following ? "PUT" : "DELETE", keepalive: true };
    const answer = await fetch(form.action, init).catch(() => null);
    if (answer?.ok) this.turn(following);
    else location.assign(form.action.replace("/api/v1", ""));
  }

  private action(): string {
    return this.querySelector("form")?.action ?? "";
  }
}
