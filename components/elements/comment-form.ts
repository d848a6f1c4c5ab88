import { detailOf } from "@/components/elements/api";
import { countLeft } from "@/components/elements/counter";
import { suggestMentions } from "@/components/elements/mention-suggestions";
import { onOutbox } from "@/components/elements/outbox";
import { placeOf } from "@/components/elements/outbox-entries";
import { showOutbox } from "@/components/elements/outbox-list";
import { placeOfPosted, post, postedBy, saveChange } from "@/components/elements/posting";
import { preview } from "@/components/elements/preview";
import { restore } from "@/components/elements/restoring";
import { busy } from "@/components/elements/templates";
import { currentViewer } from "@/components/elements/viewer";
import { isEdit, keepTyping, say, type Writing, writingIn } from "@/components/elements/writing";
import { offerTools } from "@/components/elements/writing-tools";

/** Sends its form without leaving the page, and keeps its words on this device until they have been answered. */
export class CommentForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const area = form?.querySelector("textarea");
    if (!form || !area || form.dataset.live) return;
    form.dataset.live = "yes";
    const writing = writingIn(this, form, area);
    keepTyping(writing);
    offerTools(form, area);
    countLeft(form, area);
    suggestMentions(this, area);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submitted(writing, event.submitter);
    });
    onOutbox(this, ({ entry, outcome }) => {
      if (placeOf(entry) !== writing.place || outcome.kind === "unsent") return;
      void restore(writing);
      if (outcome.kind === "refused") say(writing, detailOf(outcome.said));
      if (outcome.kind === "posted" && !this.closest("comment-thread"))
        location.assign(placeOfPosted(postedBy(entry, outcome.said, true)));
    });
    if (!this.closest("comment-thread")) showOutbox(this, writing.path, () => this.outboxList());
    void restore(writing);
    void this.sign();
  }

  private async sign() {
    const hint = this.querySelector<HTMLElement>("[data-signed]");
    const viewer = hint && (await currentViewer());
    if (viewer) hint.textContent = (hint.dataset.signed ?? "").replace("{name}", viewer.name);
  }

  private async submitted(writing: Writing, submitter: HTMLElement | null) {
    const button = submitter instanceof HTMLButtonElement ? submitter : writing.form.querySelector("button.primary");
    if (!(button instanceof HTMLButtonElement) || this.querySelector("[aria-busy=true]")) return;
    say(writing, null);
    if (!button.matches(".primary")) return this.preview(writing, button);
    const done = busy(button);
    await (isEdit(writing) ? saveChange(writing) : post(writing));
    done();
  }

  private async preview(writing: Writing, button: HTMLButtonElement) {
    const wrong = await preview(writing.form, button, writing.area.value);
    if (wrong !== "") say(writing, wrong ?? this.dataset.offline ?? "");
  }

  private outboxList(): Element {
    const list = this.querySelector(":scope > ol");
    return list ?? this.appendChild(document.createElement("ol"));
  }
}
