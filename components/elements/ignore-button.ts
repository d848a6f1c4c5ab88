import { fromPage } from "@/components/elements/server-html";
import { seemsSignedIn } from "@/components/elements/viewer";

/** Offers what applies to this visitor: the button of their own page about this person takes the place of everybody's. */
export class IgnoreButton extends HTMLElement {
  async connectedCallback() {
    const path = this.querySelector("form")?.action.replace("/api/v1", "");
    const mine = path && seemsSignedIn() && (await fromPage(path, 'form[action$="/ignore"]'));
    if (mine) this.replaceChildren(mine);
  }
}
