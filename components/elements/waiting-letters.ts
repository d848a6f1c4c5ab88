import { type Letter, letters, placeOf, takeBack } from "@/components/elements/letters";
import { isUnderWay, onLetter, tell } from "@/components/elements/outbox";
import { part } from "@/components/elements/parts";
import { who } from "@/components/elements/who";

/** Shows the comments that wait for the connection where they will stand, each with a way to take it back. */
export function showLetters(host: HTMLElement, path: string, listOf: (letter: Letter) => Element | null) {
  const boxes = new Map<string, HTMLElement>();
  const clear = () => {
    const waiting = new Set(letters().map(({ key }) => key));
    for (const [key, box] of boxes) if (!waiting.has(key) && boxes.delete(key)) box.remove();
  };
  const show = (letter: Letter) => {
    const box = letter.path === path && !boxes.has(letter.key) ? boxOf(letter) : null;
    if (!box) return;
    boxes.set(letter.key, box);
    listOf(letter)?.prepend(box);
  };
  const own = letters().filter((letter) => letter.path === path && !isUnderWay(letter));
  // What somebody else left in this browser waits for them.
  if (own.length > 0)
    void who().then((viewer) => {
      for (const letter of own) if (!viewer || !letter.by || letter.by === viewer.handle) show(letter);
      clear();
    });
  onLetter(host, ({ letter, outcome }) => {
    clear();
    if (outcome.kind === "unsent" && letters().some(({ key }) => key === letter.key)) show(letter);
  });
  addEventListener("storage", clear);
}

function boxOf(letter: Letter): HTMLElement | null {
  const box = part("waiting");
  const text = box?.querySelector(".text");
  if (!box || !text) return null;
  text.append(
    ...letter.body.split("\n").flatMap((line, at) => (at === 0 ? [line] : [document.createElement("br"), line])),
  );
  box.querySelector("button")?.addEventListener("click", () => {
    takeBack(letter);
    tell({ letter, outcome: { kind: "back" } });
  });
  box.dataset.place = placeOf(letter);
  return box;
}
