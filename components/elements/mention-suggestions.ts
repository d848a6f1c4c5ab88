import { read } from "@/components/elements/api";
import { isText, listOf, shapeOf } from "@/components/elements/shapes";
import { part } from "@/components/elements/templates";
import { insert } from "@/components/elements/text-marks";

interface Person {
  handle: string;
  name: string;
}

const isPeople = shapeOf({ items: listOf(shapeOf<Person>({ handle: isText, name: isText })) });

/** What is being typed after an `@`, at the end of the words before the cursor. */
export const namingAt = (before: string): string | null =>
  /(?:^|[\s([{"'*_])@([\p{L}\p{N}_-]{0,30})$/u.exec(before)?.[1] ?? null;

/** Milliseconds without a key after which people are looked up. */
const calm = 120;
let lists = 0;

/**
 * Proposes the people of the thread while somebody types `@`. A text of several lines is no combobox (ARIA in HTML allows no such role on it):
 * it stays a textbox that controls a list and points to its active option, as ARIA 1.2 has it for a textbox with aria-autocomplete.
 */
export function suggestMentions(host: HTMLElement, area: HTMLTextAreaElement) {
  const { slug } = host.dataset;
  const list = slug ? part("people") : null;
  const model = list?.querySelector<HTMLElement>("[role=option]");
  const line = host.querySelector<HTMLElement>(".count");
  if (!list || !model) return;
  list.id = `people-${++lists}`;
  list.hidden = true;
  area.after(list);
  area.setAttribute("aria-autocomplete", "list");
  area.setAttribute("aria-haspopup", "listbox");
  let timer: ReturnType<typeof setTimeout> | undefined;

  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const query = () =>
    area.selectionStart === area.selectionEnd ? namingAt(area.value.slice(0, area.selectionEnd)) : null;

  function close() {
    if (!list) return;
    list.hidden = true;
    area.removeAttribute("aria-controls");
    area.removeAttribute("aria-activedescendant");
  }

  function point(option: HTMLElement | undefined) {
    for (const other of options()) other.ariaSelected = String(other === option);
    if (option) area.setAttribute("aria-activedescendant", option.id);
    option?.scrollIntoView({ block: "nearest" });
  }

  function show(people: readonly Person[]) {
    if (!list || !model || people.length === 0) return close();
    const made = people.map(({ handle, name }, at) => {
      const option = document.importNode(model, true);
      option.id = `${list.id}-${at}`;
      option.dataset.handle = handle;
      option.querySelector("bdi")?.append(name);
      option.querySelector("span")?.append(`@${handle}`);
      return option;
    });
    list.replaceChildren(...made);
    list.hidden = false;
    area.setAttribute("aria-controls", list.id);
    if (line) line.textContent = (list.dataset.found ?? "").replace("#", String(people.length));
    point(made[0]);
  }

  async function look() {
    const typed = query();
    if (typed === null) return close();
    const people = await read(`/api/v1/articles/${slug}/people?q=${encodeURIComponent(typed)}`, isPeople);
    if (query() === typed) show(people?.items ?? []);
  }

  function choose(option: HTMLElement | undefined) {
    const typed = query();
    if (!option || typed === null) return;
    close();
    area.setSelectionRange(area.selectionEnd - typed.length, area.selectionEnd);
    insert(area, `${option.dataset.handle} `);
  }

  area.addEventListener("input", () => {
    clearTimeout(timer);
    if (query() === null) close();
    else timer = setTimeout(look, calm);
  });
  area.addEventListener("blur", close);
  area.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const all = options();
    const at = all.findIndex((option) => option.ariaSelected === "true");
    if (event.key === "ArrowDown") point(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp") point(all[(at - 1 + all.length) % all.length]);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" || event.key === "Tab") choose(all[at]);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  // Before the press takes the focus from the text, which would close the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    if (target instanceof Element) choose(target.closest<HTMLElement>("[role=option]") ?? undefined);
  });
}
