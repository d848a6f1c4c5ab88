import { newKey } from "@/components/elements/api";
import { forgetWords, keepWords, setAside } from "@/components/elements/kept-words";
import { holdsTab, holdTab } from "@/components/elements/this-tab";

/** A form in which a comment is written, and what is known of its words. */
export interface Writing {
  host: HTMLElement;
  form: HTMLFormElement;
  area: HTMLTextAreaElement;
  /** Where it posts to. */
  path: string;
  parentId: string | null;
  /** Under which its words are kept. */
  place: string;
  /** Whether somebody typed since it stands here. */
  touched: boolean;
  /** Under which these very words may have been sent. */
  key: string | undefined;
}

/** What is known of a form at its beginning. */
export function writingIn(host: HTMLElement, form: HTMLFormElement, area: HTMLTextAreaElement): Writing {
  const path = new URL(form.action).pathname;
  const parentId = form.querySelector<HTMLInputElement>("[name=parentId]")?.value || null;
  return { host, form, area, path, parentId, place: `${path} ${parentId ?? ""}`, touched: false, key: undefined };
}

/** Whether it changes a comment that stands. */
export const isEdit = ({ path }: Writing) => !path.endsWith("/comments");

/** Whether a form holds other words than were there at first, or taken last. */
export function hasMore(form: Element | null | undefined): boolean {
  const area = form?.querySelector("textarea");
  return Boolean(area && area.value !== area.defaultValue);
}

/** Keeps every word from the moment that it is typed. Words that are changed are another submission. */
export function keepTyping(writing: Writing) {
  const { form, area, place } = writing;
  const apart = newKey();
  let unsure: string | undefined;
  area.addEventListener("focus", () => void holdTab());
  area.addEventListener("input", (event) => {
    if (event instanceof CustomEvent) return;
    writing.touched = true;
    writing.key = undefined;
    // A crash does not wait until the tab's name is sure to be nobody else's: till then they are kept apart.
    if (!holdsTab() && hasMore(form)) unsure = setAside(place, area.value, apart);
    void holdTab().then(() => {
      keepWords(place, hasMore(form) ? area.value : "", writing.key);
      if (unsure) forgetWords(unsure);
      unsure = undefined;
    });
  });
}

/** Puts words into the form, kept from then on. */
export function fill(writing: Writing, words: string, key?: string) {
  writing.area.value = words;
  writing.area.dispatchEvent(new Event("input", { bubbles: true }));
  writing.key = key;
}

/** Puts words into the form as they are kept already. */
export function fillAgain(writing: Writing, words: string, key?: string) {
  writing.area.value = words;
  writing.key = key;
  writing.area.dispatchEvent(new CustomEvent("input"));
}

/** Says what was wrong, at the form; null takes it back. */
export function say({ form }: Writing, words: string | null) {
  const alert = form.querySelector<HTMLElement>("[data-alert]");
  const place = alert?.querySelector("span");
  if (!alert || !place) return;
  alert.hidden = words === null;
  place.textContent = words;
}
