import { detailOf, newKey, type Said, send } from "@/components/elements/api";
import { keptWords } from "@/components/elements/kept-words";
import { who } from "@/components/elements/who";

/** What was posted, told to the thread around the form; a thread that shows it prevents the default, which is to go there. */
export interface Posted {
  id: string;
  parentId: string | null;
  waiting: boolean;
}

/** Sends its form without leaving the page; keeps the words on this device until they have been answered. */
export class CommentForm extends HTMLElement {
  private key = newKey();
  private words = keptWords("");

  connectedCallback() {
    const form = this.querySelector("form");
    const area = form?.querySelector("textarea");
    if (!form || !area || form.dataset.live) return;
    form.dataset.live = "yes";
    const parentId = form.querySelector<HTMLInputElement>("[name=parentId]")?.value || null;
    this.words = keptWords(`${new URL(form.action).pathname} ${parentId ?? ""}`);
    area.value ||= this.words.read();
    area.addEventListener("input", () => {
      this.words.keep(area.value);
      this.key = newKey();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.post(form, area, parentId);
    });
    void this.sign();
  }

  private async sign() {
    const hint = this.querySelector<HTMLElement>("[data-signed]");
    const viewer = hint && (await who());
    if (viewer) hint.textContent = (hint.dataset.signed ?? "").replace("{name}", viewer.name);
  }

  private async post(form: HTMLFormElement, area: HTMLTextAreaElement, parentId: string | null) {
    const button = form.querySelector<HTMLButtonElement>("button.primary");
    if (!button || button.ariaBusy === "true") return;
    const label = button.textContent;
    button.style.minInlineSize = `${button.offsetWidth}px`;
    button.ariaBusy = "true";
    button.textContent = button.dataset.busy ?? label;
    this.say(null);
    const said = await send(
      new URL(form.action).pathname,
      { body: area.value, ...(parentId && { parentId }) },
      { "idempotency-key": this.key },
    );
    button.ariaBusy = null;
    button.textContent = label;
    this.answered(said, form, area, parentId);
  }

  private answered(said: Said | null, form: HTMLFormElement, area: HTMLTextAreaElement, parentId: string | null) {
    if (said?.status === 201) {
      area.value = "";
      this.words.keep("");
      this.key = newKey();
      this.posted(said, parentId);
    } else if (said?.status === 401) {
      // As without JavaScript: the server keeps the words, and signing in leads back to them.
      form.submit();
    } else if (said?.status === 409 && said.location) {
      this.words.keep("");
      location.assign(said.location);
    } else {
      this.say(said ? detailOf(said) : (this.dataset.offline ?? ""));
      area.focus();
    }
  }

  private posted({ body }: Said, parentId: string | null) {
    const id = String(body.id);
    const waiting = body.status !== "published";
    const detail: Posted = { id, parentId, waiting };
    const shown = !this.dispatchEvent(new CustomEvent("comment-posted", { detail, bubbles: true, cancelable: true }));
    if (!shown) location.assign(waiting ? `/comments/${id}/mine` : `/articles/${body.articleSlug}#comment-${id}`);
  }

  private say(words: string | null) {
    const alert = this.querySelector<HTMLElement>("[data-alert]");
    const place = alert?.querySelector("span");
    if (!alert || !place) return;
    alert.hidden = words === null;
    place.textContent = words;
  }
}
