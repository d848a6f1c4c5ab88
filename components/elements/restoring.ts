import { newKey } from "@/components/elements/api";
import { type Found, forgetWords, type Kept, keptWords, setAside } from "@/components/elements/kept-words";
import { part } from "@/components/elements/templates";
import { holdTab } from "@/components/elements/this-tab";
import { fill, fillAgain, isEdit, type Writing } from "@/components/elements/writing";

const offered = 3;
const longestShown = 160;

/**
 * Brings back what was typed here before: this tab's words at once, those of a visit that ended into an empty form;
 * what other tabs have, and whatever does not fit, is offered.
 */
export async function restore(writing: Writing) {
  const { area, place, host } = writing;
  const { own, others } = await keptWords(place);
  for (const old of host.querySelectorAll('[data-part="kept"]')) old.remove();
  const rest = [...others];
  if (own) void holdTab();
  if (own && !writing.touched && area.value !== own.words) {
    if (isEdit(writing) || area.defaultValue === "") fillAgain(writing, own.words, own.key);
    else rest.unshift(aside(place, own));
  }
  const ended = rest.find(({ open }) => !open);
  if (ended && area.value === "") {
    rest.splice(rest.indexOf(ended), 1);
    take(writing, ended);
  }
  for (const found of rest.filter(({ words }) => words !== area.value).slice(0, offered)) offer(writing, found);
}

function aside(place: string, { words, at }: Kept): Found {
  const key = newKey();
  return { words, at, open: false, name: setAside(place, words, key) };
}

function take(writing: Writing, { words, name, open, key }: Found) {
  const { area } = writing;
  const fresh = area.value === area.defaultValue || area.value.trim() === "";
  fill(writing, fresh ? words : `${area.value.trimEnd()}\n\n${words}`, fresh ? key : undefined);
  // Once `fill` has kept them here: until then this is the only copy.
  if (!open) void holdTab().then(() => forgetWords(name));
}

function offer(writing: Writing, found: Found) {
  const box = part("kept");
  const words = box?.querySelector("q");
  const [use, drop] = box?.querySelectorAll("button") ?? [];
  if (!box || !words || !use || !drop) return;
  words.textContent = found.words.length > longestShown ? `${found.words.slice(0, longestShown)}…` : found.words;
  const done = () => {
    box.remove();
    writing.area.focus();
  };
  use.addEventListener("click", () => {
    take(writing, found);
    done();
  });
  drop.addEventListener("click", () => {
    forgetWords(found.name);
    done();
  });
  writing.form.before(box);
}
