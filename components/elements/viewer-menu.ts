const signedIn = /(?:^|; )rejoinder-signed-in=1(?:;|$)/;

/** The name in an answer of `/api/v1/viewer`, or null for a stranger. */
function nameIn(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("viewer" in answer)) return null;
  const { viewer } = answer;
  if (typeof viewer !== "object" || viewer === null || !("name" in viewer)) return null;
  return typeof viewer.name === "string" ? viewer.name : null;
}

/** `<viewer-menu>`: the reader's name in place of "Sign in", once a readable cookie hints that somebody is signed in. */
export class ViewerMenu extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const link = this.querySelector("a");
    if (!link || !signedIn.test(document.cookie)) return;
    const answer = await fetch("/api/v1/viewer", { headers: { accept: "application/json" } }).catch(() => null);
    const name = answer?.ok ? nameIn(await answer.json()) : null;
    if (name === null) return;
    const words = document.createElement("bdi");
    words.textContent = name;
    link.href = "/settings";
    link.replaceChildren(words);
  }
}
