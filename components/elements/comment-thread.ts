import type { Posted } from "@/components/elements/comment-form";
import { itemOf, listUnder, showOwn, showOwnActs, showOwnThings } from "@/components/elements/own-things";
import { tellAges } from "@/components/elements/relative-time";
import { fromPage } from "@/components/elements/server-html";
import { castVote } from "@/components/elements/votes";

/** A thread that votes, answers and unfolds in place. Without it, its forms and links do the same by pages. */
export class CommentThread extends HTMLElement {
  connectedCallback() {
    tellAges(this);
    void showOwnThings(this, this.dataset.slug ?? "");
    this.addEventListener("submit", (event) => this.onSubmit(event));
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("comment-posted", (event) => {
      if (event instanceof CustomEvent) void this.onPosted(event);
    });
  }

  private onSubmit(event: SubmitEvent) {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement)) return;
    if (!target.action.endsWith("/vote") || target.dataset.plain) return;
    event.preventDefault();
    void castVote(target, submitter);
  }

  private onClick(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const item = link?.closest("li");
    if (!link || !item) return;
    if (link.pathname.endsWith("/reply")) this.act(event, this.answer(link, item));
    else if (link.matches(".more[data-fold] a")) this.act(event, this.unfold(link, item));
  }

  /** Where the act fails, the link does what it always did. */
  private act(event: MouseEvent, act: Promise<boolean>) {
    event.preventDefault();
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    void act.then((done) => {
      if (!done && link) location.assign(link.href);
    });
  }

  private async answer(link: HTMLAnchorElement, item: Element): Promise<boolean> {
    const open = item.querySelector(":scope > comment-form");
    if (open) {
      open.remove();
      return true;
    }
    const form = await fromPage(link.href, "#text comment-form");
    if (!form) return false;
    item.querySelector(":scope > .c")?.after(form);
    form.querySelector("textarea")?.focus();
    return true;
  }

  private async unfold(link: HTMLAnchorElement, fold: Element): Promise<boolean> {
    const list = fold.closest("ol");
    const whole = await fromPage(link.href, `#${CSS.escape(list?.closest("li")?.id ?? "")} > ol`);
    if (!list || !whole) return false;
    for (const item of [...whole.children]) {
      if (item.id ? !itemOf(this, item.id.replace("comment-", "")) : item.matches(".more"))
        list.insertBefore(item, fold);
    }
    fold.remove();
    tellAges(this);
    return true;
  }

  private async onPosted(event: CustomEvent<Posted>) {
    event.preventDefault();
    const { id, parentId, waiting } = event.detail;
    const form = event.target;
    const item = waiting ? await showOwn(this, event.detail) : await this.show(id, parentId);
    if (!item) {
      location.assign(waiting ? `/comments/${id}/mine` : `/comments/${id}`);
      return;
    }
    if (parentId && form instanceof Element) form.remove();
    this.querySelector(".empty")?.remove();
    tellAges(this);
    showOwnActs(this, id, true);
    item.querySelector(".c")?.classList.add("new");
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }

  private async show(id: string, parentId: string | null): Promise<HTMLElement | null> {
    const item = await fromPage(`/comments/${id}`, `#comment-${CSS.escape(id)}`);
    const list = listUnder(this, parentId);
    if (!item || !list) return null;
    if (parentId === null) list.prepend(item);
    else list.insertBefore(item, list.querySelector(":scope > .more"));
    return item;
  }
}
